package org.ocsf4j.templates;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One template, ready to be installed.
 *
 * @param kind what OpenSearch calls it
 * @param name its name there
 * @param composedOf the component templates that it refers to; empty for a component
 * @param json its body
 */
public record Template(Kind kind, String name, List<String> composedOf, String json) {

    /** A component is installed before what is composed of it. */
    public enum Kind {
        COMPONENT,
        INDEX
    }

    public Template {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(json, "json");
        composedOf = List.copyOf(composedOf);
    }

    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
