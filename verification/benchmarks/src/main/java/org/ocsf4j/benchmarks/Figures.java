package org.ocsf4j.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each way took for each input. */
final class Figures {

    private final Map<Way, Map<String, List<Measured>>> measured = new EnumMap<>(Way.class);

    void add(Way way, Input input, Measured one) {
        measured.computeIfAbsent(way, key -> new LinkedHashMap<>())
                .computeIfAbsent(input.name(), key -> new ArrayList<>())
                .add(one);
    }

    /** Empty where the way was not measured on that input. */
    List<Measured> of(Way way, Input input) {
        return measured.getOrDefault(way, Map.of()).getOrDefault(input.name(), List.of());
    }

    boolean has(Way way, Input input) {
        return !of(way, input).isEmpty();
    }

    /** CPU seconds of the threads that convert; where they are the library's own, of the process. */
    double converting(Way way, Input input) {
        return Median.seconds(of(way, input), way.worksInOwnThreads() ? Measured::processNanos : Measured::threadNanos);
    }

    /** CPU seconds of the process while it converts. */
    double process(Way way, Input input) {
        return Median.seconds(of(way, input), Measured::processNanos);
    }

    /** CPU seconds of the process since it was started. */
    double total(Way way, Input input) {
        return Median.seconds(of(way, input), Measured::totalNanos);
    }
}
