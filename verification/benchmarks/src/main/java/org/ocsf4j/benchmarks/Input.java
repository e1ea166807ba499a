package org.ocsf4j.benchmarks;

import java.nio.file.Path;

/**
 * A generated file.
 *
 * @param seed what its values are drawn from
 */
record Input(Kind kind, long seed, Path file, long rows, long fileBytes) {

    /** {@code C}, or {@code C2} where the seed is 2. */
    String name() {
        return seed == 1 ? kind.name() : kind.name() + seed;
    }
}
