package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A large object of one row group, through our decoder in a small heap and in a large one, in turns. */
final class SmallHeap {

    /** How large the object is at least. */
    static final long OBJECT_BYTES = 256_000_000;

    static final String SMALL = "256m";

    private static final int ROUNDS = 1;

    private final Workers workers;

    SmallHeap(Workers workers) {
        this.workers = workers;
    }

    /**
     * What came of it.
     *
     * @param failure why there are no figures for the small heap, or null
     */
    record Outcome(List<Measured> small, List<Measured> large, @Nullable String failure) {

        /** Speed in the small heap in speeds in the large one, by CPU of the process. */
        double speed() {
            return Median.of(large, Measured::totalNanos) / Median.of(small, Measured::totalNanos);
        }

        /** The most memory resident in the small heap, in megabytes. */
        double peakMegabytes() {
            return Median.of(small, Measured::peakBytes) / 1e6;
        }
    }

    Outcome run(Input input) throws IOException, InterruptedException {
        List<Measured> small = new ArrayList<>();
        List<Measured> large = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Progress.say("large object, round " + round + " of " + ROUNDS);
            try {
                small.add(once(input, List.of("-Xmx" + SMALL)));
            } catch (IOException e) {
                return new Outcome(small, large, String.valueOf(e.getMessage()));
            }
            large.add(once(input, List.of("-Xmx2g")));
        }
        return new Outcome(small, large, null);
    }

    private Measured once(Input input, List<String> jvm) throws IOException, InterruptedException {
        try (Child child = workers.start(Way.OURS, jvm)) {
            Measured one = child.convert(new Source(input.file(), 0), 1);
            child.end();
            if (one.rows() != input.rows()) {
                throw new IOException("[" + input.file() + "] " + one.rows() + " rows of " + input.rows());
            }
            return one;
        }
    }
}
