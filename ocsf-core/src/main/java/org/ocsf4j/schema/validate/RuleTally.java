package org.ocsf4j.schema.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each rule was broken at one path, and the first few findings. Takes no room until the first. */
final class RuleTally {

    private static final int RULES = ValidationRule.values().length;

    private long @Nullable [] counts;
    private @Nullable Map<ValidationRule, List<Finding>> samples;

    @SuppressWarnings("EnumOrdinal") // an index that is never stored
    private static int number(ValidationRule rule) {
        return rule.ordinal();
    }

    /** Counts a finding; whether a sample of it is still wanted. */
    boolean count(ValidationRule rule, int wantedSamples) {
        long[] all = counts;
        if (all == null) {
            all = new long[RULES];
            counts = all;
        }
        return ++all[number(rule)] <= wantedSamples;
    }

    void keep(Finding sample) {
        Map<ValidationRule, List<Finding>> kept = samples;
        if (kept == null) {
            kept = new EnumMap<>(ValidationRule.class);
            samples = kept;
        }
        kept.computeIfAbsent(sample.rule(), rule -> new ArrayList<>()).add(sample);
    }

    void collect(String path, List<RuleCount> into) {
        long[] all = counts;
        if (all == null) {
            return;
        }
        Map<ValidationRule, List<Finding>> kept = samples == null ? Map.of() : samples;
        for (ValidationRule rule : ValidationRule.values()) {
            if (all[number(rule)] > 0) {
                into.add(new RuleCount(path, rule, all[number(rule)], kept.getOrDefault(rule, List.of())));
            }
        }
    }
}
