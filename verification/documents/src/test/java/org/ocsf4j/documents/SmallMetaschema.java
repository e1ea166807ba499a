package org.ocsf4j.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A metaschema of the base event alone, for an extension to build on. */
final class SmallMetaschema {

    private static final String DICTIONARY =
            """
            {"attributes": {
              "activity_id": {"caption": "Activity ID", "type": "integer_t",
                "enum": {"0": {"caption": "Unknown"}, "99": {"caption": "Other"}}},
              "category_uid": {"caption": "Category ID", "type": "integer_t"},
              "activity_name": {"caption": "Activity", "type": "string_t"},
              "category_name": {"caption": "Category", "type": "string_t"},
              "class_name": {"caption": "Class", "type": "string_t"},
              "class_uid": {"caption": "Class ID", "type": "integer_t"},
              "type_name": {"caption": "Type Name", "type": "string_t"},
              "metadata": {"caption": "Metadata", "type": "metadata"},
              "severity_id": {"caption": "Severity ID", "type": "integer_t"},
              "time": {"caption": "Time", "type": "timestamp_t"},
              "type_uid": {"caption": "Type ID", "type": "long_t"},
              "version": {"caption": "Version", "type": "string_t"}},
             "types": {"attributes": {
              "string_t": {"caption": "String"},
              "integer_t": {"caption": "Integer"},
              "long_t": {"caption": "Long"},
              "timestamp_t": {"caption": "Timestamp", "type": "long_t", "type_name": "Long"}}}}
            """;

    private static final String BASE_EVENT =
            """
            {"name": "base_event", "caption": "Base Event", "category": "other", "attributes": {
              "activity_id": {"requirement": "required"},
              "category_uid": {"requirement": "required"},
              "class_uid": {"requirement": "required"},
              "metadata": {"requirement": "required"},
              "severity_id": {"requirement": "required"},
              "time": {"requirement": "required"},
              "type_uid": {"requirement": "required"}}}
            """;

    private SmallMetaschema() {}

    static void write(Path folder) throws IOException {
        file(folder, "version.json", "{\"version\": \"1.8.0\"}");
        file(folder, "categories.json", "{\"attributes\": {}}");
        file(folder, "dictionary.json", DICTIONARY);
        file(folder, "events/base_event.json", BASE_EVENT);
        file(
                folder,
                "objects/metadata.json",
                "{\"name\": \"metadata\", \"caption\": \"Metadata\", \"attributes\": {\"version\": {\"requirement\": \"required\"}}}");
    }

    private static void file(Path folder, String path, String json) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json);
    }
}
