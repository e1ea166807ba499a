package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The component templates that index templates are composed of. */
final class ComponentTemplates {

    static final String SETTINGS = "ocsf-settings";
    static final String BASE_EVENT = "ocsf-base-event";

    /** What a query that names no field looks at. */
    private static final List<String> DEFAULT_SEARCH = List.of(
            "actor.user.name",
            "actor.user.uid",
            "api.operation",
            "api.service.name",
            "class_name",
            "metadata.uid",
            "observables.value");

    /** OpenSearch's own limit of fields. */
    private static final int OWN_LIMIT = 1_000;

    private ComponentTemplates() {}

    static Template settings(TemplateOptions options) {
        String json = JsonText.object(body -> {
            body.writeObjectFieldStart("template");
            body.writeObjectFieldStart("settings");
            body.writeObjectFieldStart("index");
            if (!options.serverless()) {
                body.writeStringField("codec", options.codec());
                body.writeStringField("number_of_shards", Integer.toString(options.shards()));
                body.writeStringField("number_of_replicas", Integer.toString(options.replicas()));
                if (options.mapping().fieldBudget() >= OWN_LIMIT) {
                    body.writeStringField(
                            "mapping.total_fields.limit",
                            Integer.toString(options.mapping().fieldBudget() + 1));
                }
            }
            body.writeStringField("refresh_interval", options.refreshInterval().toSeconds() + "s");
            if (Unmapped.pipeline(options.mapping()) != null) {
                body.writeStringField("final_pipeline", Unmapped.PIPELINE);
            }
            JsonText.strings(body, "query.default_field", DEFAULT_SEARCH);
            body.writeEndObject();
            body.writeEndObject();
            body.writeEndObject();
        });
        return new Template(Template.Kind.COMPONENT, SETTINGS, List.of(), json);
    }

    static Template mapping(String name, FieldTree fields, MappingOptions options) {
        String json = JsonText.object(body -> {
            body.writeObjectFieldStart("template");
            mappings(body, fields, options);
            body.writeEndObject();
        });
        return new Template(Template.Kind.COMPONENT, name, List.of(), json);
    }

    static void mappings(JsonGenerator body, FieldTree fields, MappingOptions options) throws IOException {
        body.writeObjectFieldStart("mappings");
        body.writeStringField("dynamic", options.dynamic().name().toLowerCase(Locale.ROOT));
        fields.write(body, options.nested());
        body.writeEndObject();
    }
}
