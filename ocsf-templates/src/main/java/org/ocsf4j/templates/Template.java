package org.ocsf4j.templates;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A template, or what goes with templates, as it is sent to OpenSearch.
 *
 * @param kind what it is
 * @param name its name
 * @param components the component templates that it is composed of; none but for an index template
 * @param json its body
 */
public record Template(Kind kind, String name, List<String> components, String json) {

    /** What can be installed, and the path that it is installed under. */
    public enum Kind {
        COMPONENT("component template", "/_component_template/"),
        INDEX("index template", "/_index_template/"),
        PIPELINE("ingest pipeline", "/_ingest/pipeline/"),
        POLICY("retention policy", "/_plugins/_ism/policies/"),
        ROLE("role", "/_plugins/_security/api/roles/"),
        ROLE_MAPPING("role mapping", "/_plugins/_security/api/rolesmapping/");

        private final String caption;
        private final String path;

        Kind(String caption, String path) {
            this.caption = caption;
            this.path = path;
        }

        /** As it is called in a line for people. */
        public String caption() {
            return caption;
        }

        /** Whether a plugin serves it, which a cluster may not have. */
        boolean isOfPlugin() {
            return path.startsWith("/_plugins/");
        }

        /** Where it is read and written; the name goes behind it. */
        public String path() {
            return path;
        }
    }

    public Template {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        components = List.copyOf(components);
        Objects.requireNonNull(json, "json");
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
