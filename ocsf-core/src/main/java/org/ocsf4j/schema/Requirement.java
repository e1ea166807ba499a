package org.ocsf4j.schema;

import org.jspecify.annotations.Nullable;

/** How much the schema wants an attribute. */
public enum Requirement {
    OPTIONAL("optional"),
    RECOMMENDED("recommended"),
    REQUIRED("required");

    private final String word;

    Requirement(String word) {
        this.word = word;
    }

    /** The schema's word. */
    public String word() {
        return word;
    }

    /** The requirement of this word; {@link #OPTIONAL} for none, as the schema's own compiler has it. */
    public static Requirement ofWord(@Nullable String word) {
        if ("required".equals(word)) {
            return REQUIRED;
        }
        return "recommended".equals(word) ? RECOMMENDED : OPTIONAL;
    }
}
