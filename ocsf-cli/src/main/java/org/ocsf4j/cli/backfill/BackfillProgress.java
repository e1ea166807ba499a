package org.ocsf4j.cli.backfill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ocsf4j.backfill.BackfillObserver;
import org.ocsf4j.backfill.BackfillPlan;
import org.ocsf4j.backfill.ListedObject;
import org.ocsf4j.cli.Progress;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * How far a backfill is, on stderr: bytes of the plan, objects, rows and when it will end. A bar on a terminal, a plain line every
 * few seconds otherwise.
 */
final class BackfillProgress implements BackfillObserver, PipelineObserver {

    private static final long PLAIN_NANOS = 3_000_000_000L;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final int BAR = 30;

    private final boolean terminal = Boolean.getBoolean("ocsf.terminal");
    private final BackfillPlan plan;
    private final Progress letters = new Progress();
    private final long startNanos = System.nanoTime();

    // guarded by this
    private long lastNanos = startNanos;
    private long objects;
    private long bytes;
    private long rows;

    BackfillProgress(BackfillPlan plan) {
        this.plan = plan;
    }

    @Override
    public void eventsDeadLettered(List<DeadLetter> refused) {
        letters.eventsDeadLettered(refused);
    }

    @Override
    public synchronized void batchSettled(ObjectIdentity object, SettlementCounts counts) {
        rows += counts.settled();
    }

    @Override
    public synchronized void objectEnded(ListedObject object, boolean settled) {
        objects++;
        bytes += object.sizeBytes();
        long now = System.nanoTime();
        if (now - lastNanos >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            lastNanos = now;
            show(line(now - startNanos));
        }
    }

    synchronized void end() {
        if (terminal && lastNanos != startNanos) {
            System.err.println();
        }
    }

    private void show(String line) {
        System.err.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
    }

    /** What is shown after a time. */
    synchronized String line(long elapsedNanos) {
        double done = plan.bytes() == 0 ? 1 : Math.min(1, (double) bytes / plan.bytes());
        int marks = (int) (BAR * done);
        double seconds = Math.max(elapsedNanos / 1e9, 1e-3);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %% %,d of %,d objects, %,d rows, %,.0f rows/s, %s left",
                "#".repeat(marks),
                ".".repeat(BAR - marks),
                100 * done,
                objects,
                plan.objects(),
                rows,
                rows / seconds,
                left(done, seconds));
    }

    private static String left(double done, double seconds) {
        if (done == 0) {
            return "?";
        }
        Duration left = Duration.ofSeconds(Math.round(seconds * (1 - done) / done));
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", left.toHours(), left.toMinutesPart())
                : String.format(Locale.ROOT, "%d:%02d min", left.toMinutes(), left.toSecondsPart());
    }
}
