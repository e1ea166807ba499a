package org.ocsf4j.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** One seed in one way of disturbing, from an announced lake to an empty queue. */
final class Round {

    private static final int FEWEST_KILLS = 4;
    private static final int MORE_KILLS = 6;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final int MOST_RUNS = 40;

    private final Arena arena;
    private final long seed;

    Round(Arena arena, long seed) {
        this.arena = arena;
        this.seed = seed;
    }

    /**
     * What came of it.
     *
     * @param deadLetterFiles files of dead letters; each holds at least one
     */
    record Result(
            String mode,
            long seed,
            int kills,
            Map<Fault, Integer> faults,
            boolean ended,
            int deadLetterFiles,
            Census census,
            long seconds) {

        boolean isGood() {
            return ended && deadLetterFiles == 0 && census.isExact();
        }
    }

    /** Kills the worker at random moments, and starts it again until the queue is empty. */
    Result kill() throws IOException, InterruptedException {
        Random dice = new Random(seed);
        int wanted = FEWEST_KILLS + dice.nextInt(MORE_KILLS);
        return round("kill", arena.openSearch(), dice, wanted, Map.of());
    }

    /** Lets the worker live and puts a proxy in front of OpenSearch that misbehaves. */
    Result proxy() throws IOException, InterruptedException {
        try (FaultProxy proxy = new FaultProxy(arena.openSearch(), seed)) {
            Result result = round("proxy", proxy.uri(), new Random(seed), 0, Map.of());
            return new Result(
                    result.mode(),
                    seed,
                    result.kills(),
                    proxy.faults(),
                    result.ended(),
                    result.deadLetterFiles(),
                    result.census(),
                    result.seconds());
        }
    }

    private Result round(String mode, URI destination, Random dice, int wanted, Map<Fault, Integer> faults)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path letters = Files.createTempDirectory("ocsf-chaos-letters-");
        try {
            URI queue = arena.announce(mode + "-" + seed);
            int kills = 0;
            boolean ended = false;
            for (int run = 0; run < MOST_RUNS && !ended; run++) {
                WorkerProcess worker = arena.startWorker(queue, destination, letters);
                if (kills < wanted) {
                    worker.awaitWork();
                    if (worker.killAfter(dice.nextInt(LONGEST_LIFE_MILLIS))) {
                        kills++;
                        continue;
                    }
                }
                ended = worker.exitCode() == 0;
            }
            long seconds = (System.nanoTime() - start) / 1_000_000_000L;
            return new Result(mode, seed, kills, faults, ended, files(letters), arena.census(), seconds);
        } finally {
            arena.removeDocuments();
            Arena.delete(letters);
        }
    }

    private static int files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
