package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.UnavailableException;

/** Whatever the sink answers, every row finds exactly one end and the equation holds. */
class SettlementEquationTest {

    /** What happens to a row at its first delivery. */
    enum Fate {
        STORED,
        STORED_BEFORE,
        REFUSED,
        FILTERED,
        /** The sink fails once when it sees this row. */
        FAILS_ONCE
    }

    @Provide
    Arbitrary<List<Fate>> fates() {
        return Arbitraries.of(Fate.class).list().ofMaxSize(90);
    }

    @Property(tries = 150)
    void holdsForEveryScript(@ForAll("fates") List<Fate> fates, @ForAll @IntRange(min = 1, max = 3) int objectsAtOnce) {
        Scene scene = new Scene();
        scene.options.objectsAtOnce(objectsAtOnce);
        long[] kept = rows(fates, Fate.FILTERED, false);
        long filtered = (long) fates.size() - kept.length;
        scene.lake.put(
                "a",
                ScriptedObject.of(0).returning(kept).declaring(fates.size()).filtering(filtered));
        for (long row : rows(fates, Fate.STORED_BEFORE, true)) {
            scene.sink.store("a", "v1", row);
        }
        scene.sink.verdict =
                row -> fates.get((int) row) == Fate.REFUSED ? ScriptedSink.Verdict.REFUSE : ScriptedSink.Verdict.STORE;
        Set<Long> failed = ConcurrentHashMap.newKeySet();
        AtomicInteger failures = new AtomicInteger();
        scene.sink.before = batch -> failOnce(batch, fates, failed, failures);
        scene.source.announce("m", "a");

        // so many deliveries would make the message one that stays; each one meets at least one more failure
        RunReport report;
        do {
            report = scene.runUntilEmpty();
            assertThat(report.counts().isSettled()).isTrue();
        } while (!report.isSettled());

        assertThat(scene.source.confirmed("m")).isEqualTo(1);
        Set<String> expected = new HashSet<>();
        for (long row : kept) {
            if (fates.get((int) row) != Fate.REFUSED) {
                expected.add(ScriptedSink.name("a", "v1", row));
            }
        }
        assertThat(scene.sink.documents).isEqualTo(expected);
        assertThat(new HashSet<>(scene.deadLetters.rows())).isEqualTo(boxed(rows(fates, Fate.REFUSED, true)));
        if (failures.get() == 0) {
            long refused = rows(fates, Fate.REFUSED, true).length;
            long before = rows(fates, Fate.STORED_BEFORE, true).length;
            assertThat(scene.deadLetters.rows()).doesNotHaveDuplicates();
            assertThat(report.counts())
                    .isEqualTo(new SettlementCounts(
                            fates.size(), kept.length - refused - before, before, refused, filtered));
        }
    }

    private static void failOnce(EventBatch batch, List<Fate> fates, Set<Long> failed, AtomicInteger failures) {
        for (int i = 0; i < batch.count(); i++) {
            if (fates.get((int) batch.row(i)) == Fate.FAILS_ONCE && failed.add(batch.row(i))) {
                failures.incrementAndGet();
                throw new UnavailableException("[sink] busy at row " + batch.row(i));
            }
        }
    }

    private static long[] rows(List<Fate> fates, Fate fate, boolean with) {
        long[] rows = new long[fates.size()];
        int count = 0;
        for (int row = 0; row < fates.size(); row++) {
            if ((fates.get(row) == fate) == with) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static Set<Long> boxed(long[] rows) {
        Set<Long> set = new HashSet<>();
        for (long row : rows) {
            set.add(row);
        }
        return set;
    }
}
