package org.ocsf4j.cli.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run went, at points in time. Where there are too many every second one is dropped and they are taken half as often, so that
 * a short run is shown finely and a long one wholly. Not thread-safe.
 */
final class Samples {

    static final int MAX = 600;

    private final List<Sample> samples = new ArrayList<>();
    private int every = 1;
    private int offered;

    /**
     * One point.
     *
     * @param millis since the run began
     * @param rows settled until then
     * @param lagMillis how long the oldest announced object has been waiting, 0 where none is
     */
    record Sample(long millis, long rows, long lagMillis) {}

    void add(Sample sample) {
        if (offered++ % every != 0) {
            return;
        }
        samples.add(sample);
        if (samples.size() == MAX) {
            List<Sample> kept = new ArrayList<>();
            for (int i = 0; i < MAX; i += 2) {
                kept.add(samples.get(i));
            }
            samples.clear();
            samples.addAll(kept);
            every *= 2;
            offered = 0;
        }
    }

    List<Sample> all() {
        return List.copyOf(samples);
    }
}
