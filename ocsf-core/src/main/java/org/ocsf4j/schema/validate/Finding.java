package org.ocsf4j.schema.validate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one event.
 *
 * @param path where, such as {@code actor.user.type_id}; elements of arrays as {@code resources[].uid}; empty for the event
 * @param rule what is wrong
 * @param value the value as it is, cut at 100 characters, untrusted; null where something is missing
 * @param advice what to do about it
 */
public record Finding(String path, ValidationRule rule, @Nullable String value, String advice) {

    public Finding {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(advice, "advice");
    }

    public Severity severity() {
        return rule.severity();
    }

    @Override
    public String toString() {
        return "[" + path + "] " + rule + "; " + value + "; " + advice;
    }
}
