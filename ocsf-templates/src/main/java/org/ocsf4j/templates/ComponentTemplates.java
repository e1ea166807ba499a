package org.ocsf4j.templates;

import java.util.List;

/** The component templates that every index template is composed of. */
final class ComponentTemplates {

    static final String SETTINGS = "ocsf-settings";
    static final String BASE_EVENT = "ocsf-base-event";

    private ComponentTemplates() {}

    static Template settings(TemplateOptions options) {
        String json = JsonText.object(body -> {
            body.writeObjectFieldStart("template");
            body.writeObjectFieldStart("settings");
            body.writeStringField("index.codec", "best_compression");
            body.writeNumberField("index.number_of_shards", options.shards());
            body.writeNumberField("index.number_of_replicas", options.replicas());
            body.writeStringField(
                    "index.refresh_interval", options.refreshInterval().toSeconds() + "s");
            body.writeArrayFieldStart("index.query.default_field");
            for (String field : BaseEventFields.DEFAULT_SEARCH) {
                body.writeString(field);
            }
            body.writeEndArray();
            body.writeEndObject();
            body.writeEndObject();
        });
        return new Template(Template.Kind.COMPONENT, SETTINGS, List.of(), json);
    }

    static Template baseEvent() {
        String json = JsonText.object(body -> {
            body.writeObjectFieldStart("template");
            body.writeObjectFieldStart("mappings");
            body.writeBooleanField("dynamic", false);
            MappingTree.of(BaseEventFields.ALL).write(body);
            body.writeEndObject();
            body.writeEndObject();
        });
        return new Template(Template.Kind.COMPONENT, BASE_EVENT, List.of(), json);
    }
}
