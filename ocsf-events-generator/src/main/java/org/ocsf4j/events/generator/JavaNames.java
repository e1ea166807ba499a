package org.ocsf4j.events.generator;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of Java for names of the schema. */
final class JavaNames {

    /** Methods that every record has for other reasons. */
    private static final Set<String> TAKEN = Set.of(
            "additional",
            "builder",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toBuilder",
            "toString",
            "wait");

    private JavaNames() {}

    /** {@code network_activity} as {@code NetworkActivity}. */
    static String type(String name) {
        StringBuilder type = new StringBuilder();
        for (String word : name.split("_", -1)) {
            type.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return type.toString();
    }

    /** {@code src_endpoint} as {@code srcEndpoint}, {@code class} as {@code classValue}. */
    static String component(String name) {
        String type = type(name);
        String component = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return TAKEN.contains(component) || SourceVersion.isKeyword(component) ? component + "Value" : component;
    }

    /** {@code Access Revoked} as {@code ACCESS_REVOKED}. */
    static String constant(String caption) {
        String constant =
                caption.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
        return constant.isEmpty() || Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
    }

    /** A literal of Java. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c == '\n') {
                literal.append("\\n");
            } else if (c < ' ' || c > '~') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** Text that stands for itself in Javadoc. */
    static String javadoc(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("*/", "*&#47;");
    }
}
