package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How many bytes of JSON our decoder makes of each input. */
final class Sizes {

    private final Workers workers;
    private final Map<Path, Long> jsonBytes = new HashMap<>();

    Sizes(Workers workers) {
        this.workers = workers;
    }

    long jsonBytes(Input input) throws IOException, InterruptedException {
        Long known = jsonBytes.get(input.file());
        if (known != null) {
            return known;
        }
        try (Child child = workers.start(Way.OURS)) {
            long bytes = child.convert(new Source(input.file(), 0), 1).jsonBytes();
            child.end();
            jsonBytes.put(input.file(), bytes);
            return bytes;
        }
    }

    Source source(Input input) throws IOException, InterruptedException {
        return new Source(input.file(), jsonBytes(input));
    }
}
