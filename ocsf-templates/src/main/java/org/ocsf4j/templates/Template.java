package org.ocsf4j.templates;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A template as it is sent to OpenSearch.
 *
 * @param kind which of the two kinds
 * @param name its name
 * @param components the component templates that it is composed of; none for a component template
 * @param json its body
 */
public record Template(Kind kind, String name, List<String> components, String json) {

    /** The two kinds of template. */
    public enum Kind {
        COMPONENT,
        INDEX
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
