package org.ocsf4j.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;

/** Shows on stderr how far a run is: one line that is overwritten on a terminal, a plain line every few seconds otherwise. */
public final class Progress implements PipelineObserver {

    private static final long PLAIN_NANOS = 3_000_000_000L;
    private static final long TERMINAL_NANOS = 100_000_000L;

    /** So many refused rows are named; a run may have millions. */
    private static final int MAX_NAMED = 20;

    private final boolean terminal = Boolean.getBoolean("ocsf.terminal");
    private final AtomicLong rows = new AtomicLong();
    private final AtomicInteger named = new AtomicInteger();
    private final long start = System.nanoTime();
    private long last = start;

    /** A line on stderr. */
    public static void say(String line) {
        System.err.println(line);
    }

    @Override
    public void eventsDeadLettered(List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            int nth = named.incrementAndGet();
            if (nth <= MAX_NAMED) {
                say("ocsf: dead letter: " + letter.object() + " row " + letter.row() + ": " + letter.errorType() + ": "
                        + Printable.text(letter.reason()));
            } else if (nth == MAX_NAMED + 1) {
                say("ocsf: more dead letters are in the folder and not named here");
            }
        }
    }

    @Override
    public void batchSettled(ObjectIdentity object, SettlementCounts counts) {
        long now = rows.addAndGet(counts.settled());
        synchronized (this) {
            long nanos = System.nanoTime();
            if (nanos - last >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
                last = nanos;
                show(now, nanos);
            }
        }
    }

    private void show(long now, long nanos) {
        double seconds = (nanos - start) / 1e9;
        String line = String.format(Locale.ROOT, "settled %,d rows, %,.0f rows/s", now, now / Math.max(seconds, 1e-3));
        if (terminal) {
            System.err.print("\r\u001b[K" + line);
        } else {
            System.err.println(line);
        }
    }

    synchronized void end() {
        if (terminal && last != start) {
            System.err.println();
        }
    }
}
