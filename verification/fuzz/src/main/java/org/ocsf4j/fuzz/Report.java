package org.ocsf4j.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ocsf4j.fuzz.judge.Outcome;
import org.ocsf4j.fuzz.judge.Verdict;

/** Counts what came of the cases of a run. Thread-safe. */
public final class Report {

    private static final int MOST_FAILURES = 500;
    private static final int MOST_REFUSALS = 5_000;
    private static final int SLOWEST = 5;

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Map<Outcome, Long>> byMutator = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> places = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Slow> slowest = new ArrayList<>();
    private long cases;
    private long rows;
    private long failed;

    /** A file that took long. */
    record Slow(String description, long millis) {}

    synchronized void add(FuzzCase fuzzCase, Verdict verdict, long millis) {
        for (String mutator : fuzzCase.mutators()) {
            byMutator
                    .computeIfAbsent(mutator, name -> new EnumMap<>(Outcome.class))
                    .merge(verdict.outcome(), 1L, Long::sum);
        }
        if (slowest.size() < SLOWEST || millis > slowest.get(SLOWEST - 1).millis()) {
            addSlow(new Slow(fuzzCase.toString(), millis));
        }
        add(fuzzCase.toString(), fuzzCase.number(), verdict);
    }

    private void addSlow(Slow slow) {
        slowest.add(slow);
        slowest.sort(Comparator.comparingLong(Slow::millis).reversed());
        if (slowest.size() > SLOWEST) {
            slowest.remove(SLOWEST);
        }
    }

    /** Counts a case that could not be made. */
    synchronized void addBroken(long number, Throwable cause) {
        Verdict verdict = new Verdict(Outcome.BROKEN_CASE, String.valueOf(cause), cause, 0);
        add("case " + number, number, verdict);
    }

    private void add(String description, long number, Verdict verdict) {
        cases++;
        rows += verdict.rows();
        outcomes.merge(verdict.outcome(), 1L, Long::sum);
        if (verdict.outcome() == Outcome.REFUSED) {
            places.merge(RefusalKind.place(verdict.cause()), 1L, Long::sum);
            String message = RefusalKind.message(verdict.detail());
            if (refusals.size() < MOST_REFUSALS || refusals.containsKey(message)) {
                refusals.merge(message, 1L, Long::sum);
            }
        } else if (!verdict.outcome().isAllowed()) {
            failed++;
            if (failures.size() < MOST_FAILURES) {
                failures.add(Failure.of(description, number, verdict));
            }
        }
    }

    public synchronized long cases() {
        return cases;
    }

    /** Rows that were read before the end or the refusal. */
    public synchronized long rows() {
        return rows;
    }

    /** How many cases ended as they must not. */
    public synchronized long failed() {
        return failed;
    }

    public synchronized long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** The failures, the first few hundred of them. */
    public synchronized List<Failure> failures() {
        return List.copyOf(failures);
    }

    synchronized Map<Outcome, Long> outcomes() {
        return new EnumMap<>(outcomes);
    }

    synchronized Map<String, Map<Outcome, Long>> byMutator() {
        return new TreeMap<>(byMutator);
    }

    synchronized Map<String, Long> places() {
        return new TreeMap<>(places);
    }

    /** How many different refusals there were. */
    synchronized int refusalKinds() {
        return refusals.size();
    }

    /** The most frequent refusals. */
    synchronized List<Map.Entry<String, Long>> refusals(int most) {
        return refusals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    synchronized List<Slow> slowest() {
        return List.copyOf(slowest);
    }
}
