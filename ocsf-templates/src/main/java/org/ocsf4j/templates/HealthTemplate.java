package org.ocsf4j.templates;

import java.util.List;

/**
 * The template of {@code ocsf-health-*}: what the pipeline says of itself. A document is of the kind {@code settlement}, the rows of one
 * object and class and how they ended, or {@code dead_letter}, one refused event.
 */
final class HealthTemplate {

    static final String NAME = "ocsf-health";

    /** Before what else is ours, behind every class: see {@link IndexTemplates}. */
    private static final int PRIORITY = 500;

    private HealthTemplate() {}

    static Template of(MappingOptions options) {
        FieldTree fields = fields(options);
        String json = JsonText.object(body -> {
            JsonText.strings(body, "index_patterns", List.of(NAME + "-*"));
            body.writeNumberField("priority", PRIORITY);
            JsonText.strings(body, "composed_of", IndexTemplates.SETTINGS_ONLY);
            body.writeObjectFieldStart("template");
            ComponentTemplates.mappings(body, fields, options);
            body.writeEndObject();
        });
        return new Template(Template.Kind.INDEX, NAME, IndexTemplates.SETTINGS_ONLY, json);
    }

    private static FieldTree fields(MappingOptions options) {
        FieldTree fields = new FieldTree();
        ClassFields.addTimes(fields, options);
        for (String word : List.of(
                "kind", "source", "object", "state", "error_type", "reason", "class_name", "metadata.version")) {
            fields.add(word, FieldMapping.keyword(options.ignoreAbove()));
        }
        for (String count : List.of(
                "class_uid",
                "rows.read",
                "rows.indexed",
                "rows.already_present",
                "rows.dead_lettered",
                "rows.filtered",
                "elapsed_ms",
                "lag_ms")) {
            fields.add(count, FieldMapping.number("long"));
        }
        fields.add("rows_per_second", FieldMapping.number("double"));
        return fields;
    }
}
