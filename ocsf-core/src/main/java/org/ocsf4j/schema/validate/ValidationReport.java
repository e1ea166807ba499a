package org.ocsf4j.schema.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the events of one source were found to be.
 *
 * @param source the name that the caller gave
 * @param events how many events were checked
 * @param eventsWithErrors how many of them break a rule whose severity is error
 * @param eventsWithFindings how many of them break an error's or a warning's rule
 * @param counts the broken rules by path, worst first
 */
public record ValidationReport(
        String source, long events, long eventsWithErrors, long eventsWithFindings, List<RuleCount> counts) {

    private static final Comparator<RuleCount> WORST_FIRST = Comparator.comparing(
                    (RuleCount c) -> c.rule().severity())
            .thenComparing(RuleCount::path)
            .thenComparing(RuleCount::rule);

    public ValidationReport {
        Objects.requireNonNull(source, "source");
        List<RuleCount> ordered = new ArrayList<>(counts);
        ordered.sort(WORST_FIRST);
        counts = List.copyOf(ordered);
    }

    /** How many findings of this severity there are. */
    public long count(Severity severity) {
        long sum = 0;
        for (RuleCount c : counts) {
            sum += c.rule().severity() == severity ? c.count() : 0;
        }
        return sum;
    }

    /** Both reports in one, under this one's source; for the threads of one source. */
    public ValidationReport plus(ValidationReport other) {
        record Place(String path, ValidationRule rule) {}
        Map<Place, RuleCount> merged = new LinkedHashMap<>();
        List<RuleCount> all = new ArrayList<>(counts);
        all.addAll(other.counts);
        for (RuleCount c : all) {
            merged.merge(
                    new Place(c.path(), c.rule()),
                    c,
                    (a, b) -> new RuleCount(
                            a.path(),
                            a.rule(),
                            a.count() + b.count(),
                            a.samples().isEmpty() ? b.samples() : a.samples()));
        }
        return new ValidationReport(
                source,
                events + other.events,
                eventsWithErrors + other.eventsWithErrors,
                eventsWithFindings + other.eventsWithFindings,
                List.copyOf(merged.values()));
    }
}
