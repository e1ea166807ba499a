package org.ocsf4j.events.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;

/** The Javadoc of a record, made of facts. */
final class RecordDoc {

    private final FirstVersions firstVersions;
    private final String version;

    RecordDoc(FirstVersions firstVersions, String version) {
        this.firstVersions = firstVersions;
        this.version = version;
    }

    String of(SchemaItem item, List<Component> components) {
        StringBuilder out = new StringBuilder("/**\n * ")
                .append(JavaNames.javadoc(item.caption()))
                .append(": ");
        if (item instanceof SchemaClass c) {
            out.append("the class {@code ")
                    .append(item.name())
                    .append("}, uid ")
                    .append(c.uid());
            out.append(", of the category ").append(JavaNames.javadoc(c.categoryCaption()));
        } else {
            out.append("the object {@code ").append(item.name()).append('}');
        }
        out.append(", as of OCSF ").append(version);
        append(out, ", since ", firstVersions.of(item));
        append(out, ", deprecated since ", item.deprecatedSince());
        out.append(".\n");
        list(out, "At least one of these is there: ", item.constraints().atLeastOne());
        list(out, "Exactly one of these is there: ", item.constraints().justOne());
        out.append(" *\n");
        for (Component component : components) {
            out.append(" * @param ").append(component.name()).append(' ').append(of(item, component.attribute()));
            out.append('\n');
        }
        out.append(" * @param additional what has no component or does not fit it\n */\n");
        return out.toString();
    }

    private static void list(StringBuilder out, String intro, List<String> names) {
        if (!names.isEmpty()) {
            out.append(" *\n * <p>")
                    .append(intro)
                    .append("{@code ")
                    .append(String.join(", ", names))
                    .append("}.\n");
        }
    }

    /** Caption, name, type, requirement, since, profiles, deprecation. */
    String of(SchemaItem item, SchemaAttribute attribute) {
        List<String> facts = new ArrayList<>();
        facts.add(JavaNames.javadoc(attribute.caption()) + ": {@code " + attribute.name() + "}");
        facts.add((attribute.isArray() ? "array of " : "") + "{@code " + attribute.type() + "}");
        facts.add(attribute.requirement().word());
        String since = firstVersions.of(item, attribute.name());
        if (since != null) {
            facts.add("since " + since);
        }
        if (!attribute.profiles().isEmpty()) {
            facts.add("with the profile {@code " + String.join("} or {@code ", attribute.profiles()) + "}");
        }
        if (attribute.deprecatedSince() != null) {
            facts.add("deprecated since " + attribute.deprecatedSince());
        }
        return String.join(", ", facts);
    }

    private static void append(StringBuilder out, String intro, @Nullable String fact) {
        if (fact != null) {
            out.append(intro).append(fact);
        }
    }
}
