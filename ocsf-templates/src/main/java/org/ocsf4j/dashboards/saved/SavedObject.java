package org.ocsf4j.dashboards.saved;

import java.util.List;
import java.util.Map;

/**
 * A saved object, one line of an export.
 *
 * @param type which of the four types
 * @param id unique within its type
 * @param attributes what it says
 * @param references what it names
 */
record SavedObject(Type type, String id, Map<String, Object> attributes, List<Reference> references) {

    /** The types that are written, each with the newest migration that Dashboards 2.x and 3.x both know. */
    enum Type {
        INDEX_PATTERN("index-pattern", "7.6.0"),
        SEARCH("search", "7.9.3"),
        VISUALIZATION("visualization", "7.10.0"),
        DASHBOARD("dashboard", "7.9.3");

        private final String word;
        private final String migrationVersion;

        Type(String word, String migrationVersion) {
            this.word = word;
            this.migrationVersion = migrationVersion;
        }

        String word() {
            return word;
        }

        String migrationVersion() {
            return migrationVersion;
        }
    }

    /** What an object calls another one. */
    record Reference(String name, Type type, String id) {}

    SavedObject {
        references = List.copyOf(references);
    }

    /** The object as one line of NDJSON, without a line break. */
    String line() {
        List<Object> named = references.stream()
                .map(reference -> (Object) Json.object(
                        "name", reference.name(), "type", reference.type().word(), "id", reference.id()))
                .toList();
        return Json.text(Json.object(
                "attributes",
                attributes,
                "id",
                id,
                "migrationVersion",
                Json.object(type.word(), type.migrationVersion()),
                "references",
                named,
                "type",
                type.word()));
    }
}
