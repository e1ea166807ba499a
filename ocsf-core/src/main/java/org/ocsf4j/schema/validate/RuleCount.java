package org.ocsf4j.schema.validate;

import java.util.List;
import java.util.Objects;

/**
 * How often a rule was broken at a path.
 *
 * @param path where
 * @param rule what is wrong
 * @param count in how many places of all events
 * @param samples the first few findings
 */
public record RuleCount(String path, ValidationRule rule, long count, List<Finding> samples) {

    public RuleCount {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(rule, "rule");
        samples = List.copyOf(samples);
    }
}
