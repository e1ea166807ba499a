package org.ocsf4j.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One seed of each kind over a small lake; {@code verification/chaos/run} has the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChaosIT {

    private static final long ROWS = 10_000;
    private static final long SEED = 1;

    private final Arena arena;

    ChaosIT() throws IOException, InterruptedException {
        arena = new Arena(ROWS);
    }

    @BeforeAll
    void hasTheRows() {
        assertThat(arena.lake().stream().mapToLong(Arena.LakeObject::rows).sum())
                .isEqualTo(ROWS);
    }

    @AfterAll
    void stop() {
        arena.close();
    }

    @Test
    void everyRowIsOneDocumentThoughTheWorkerIsKilled() throws Exception {
        assertGood(new Round(arena, SEED).kill());
    }

    @Test
    void everyRowIsOneDocumentThoughTheDestinationMisbehaves() throws Exception {
        Round.Result result = new Round(arena, SEED).proxy();
        assertGood(result);
        assertThat(result.faults()).as("faults that were met").hasSizeGreaterThan(3);
    }

    private static void assertGood(Round.Result result) {
        assertThat(result.ended()).as("the queue is empty; %s", result).isTrue();
        assertThat(result.census()).isEqualTo(new Census(ROWS, ROWS, 0, 0, 0));
        assertThat(result.deadLetterFiles()).isZero();
    }
}
