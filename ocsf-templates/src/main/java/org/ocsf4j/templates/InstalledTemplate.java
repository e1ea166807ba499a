package org.ocsf4j.templates;

import java.util.Locale;
import java.util.Objects;

/**
 * What became of one template.
 *
 * @param kind which of the two kinds
 * @param name its name
 * @param acknowledged whether the cluster acknowledged it in time
 */
public record InstalledTemplate(Template.Kind kind, String name, boolean acknowledged) {

    public InstalledTemplate {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** One line for a terminal, such as {@code index template ocsf-any: acknowledged}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " template " + name + ": "
                + (acknowledged ? "acknowledged" : "NOT acknowledged");
    }
}
