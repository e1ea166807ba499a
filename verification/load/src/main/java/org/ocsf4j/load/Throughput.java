package org.ocsf4j.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.pipeline.RunReport;

/** The pipeline's time against that of conversion alone, on the same files, in rounds by turns. Medians count. */
final class Throughput {

    private static final long ROWS_AN_OBJECT = 200_000;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int ROUNDS = 5;
    private static final double ENOUGH = 0.7;

    /** As many objects at a time as conversion alone reads. */
    private static final PipelineOptions ONE_OBJECT =
            PipelineOptions.builder().objectsAtOnce(1).build();

    private Throughput() {}

    private interface Measured {
        long rows() throws IOException;
    }

    /** One round of one candidate: rows, seconds by the clock, and of the processor for this process and for the server. */
    private record Round(long rows, double seconds, double cpu, double serverCpu) {}

    /** True where the pipeline without compression reaches seven tenths of conversion alone. */
    static boolean run(Path folder, long rows) throws IOException {
        List<Path> files = Pipelines.objects(folder, ROWS_AN_OBJECT);
        int times = (int) Math.max(1, rows / (ROWS_AN_OBJECT * files.size()));
        try (Discarding server = Discarding.start()) {
            Measured[] candidates = {
                () -> convert(files, times),
                () -> deliver(Pipelines.run(files, times, server.uri(), false, ONE_OBJECT, new PipelineObserver() {})),
                () -> deliver(Pipelines.run(files, 1, server.uri(), true, ONE_OBJECT, new PipelineObserver() {})),
                () -> deliver(Pipelines.run(
                        files, times, server.uri(), false, PipelineOptions.defaults(), new PipelineObserver() {}))
            };
            Round[][] rounds = new Round[candidates.length][ROUNDS];
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (int i = 0; i < candidates.length; i++) {
                    Round measured = measure(candidates[i], server);
                    if (round >= 0) {
                        rounds[i][round] = measured;
                    }
                }
            }
            double[] ratios = new double[ROUNDS];
            double[] gzipRatios = new double[ROUNDS];
            double[] defaultRatios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = rate(rounds[1][round]) / rate(rounds[0][round]);
                gzipRatios[round] = rate(rounds[2][round]) / rate(rounds[0][round]);
                defaultRatios[round] = rate(rounds[3][round]) / rate(rounds[0][round]);
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "{\"rows\":%d,\"rounds\":%d,%s,%s,%s,%s,\"ratio\":%.2f,\"lowest\":%.2f,\"highest\":%.2f,\"ratioGzip\":%.2f,\"ratioDefaults\":%.2f}",
                    rounds[1][0].rows(),
                    ROUNDS,
                    json("convert", rounds[0]),
                    json("pipeline", rounds[1]),
                    json("pipelineGzip", rounds[2]),
                    json("pipelineDefaults", rounds[3]),
                    median(ratios),
                    Arrays.stream(ratios).min().orElse(0),
                    Arrays.stream(ratios).max().orElse(0),
                    median(gzipRatios),
                    median(defaultRatios)));
            return median(ratios) >= ENOUGH;
        }
    }

    private static Round measure(Measured candidate, Discarding server) throws IOException {
        System.gc();
        Duration cpu = ownCpu();
        Duration serverCpu = server.cpu();
        long start = System.nanoTime();
        long rows = candidate.rows();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Round(
                rows,
                seconds,
                seconds(ownCpu().minus(cpu)),
                seconds(server.cpu().minus(serverCpu)));
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double rate(Round round) {
        return round.rows() / round.seconds();
    }

    /** Rows a second, and processor seconds for a million rows. */
    private static String json(String name, Round[] rounds) {
        return String.format(
                Locale.ROOT,
                "\"%s\":{\"rowsPerSecond\":%.0f,\"cpuPerMillion\":%.2f,\"serverCpuPerMillion\":%.2f}",
                name,
                median(Arrays.stream(rounds).mapToDouble(Throughput::rate).toArray()),
                median(Arrays.stream(rounds)
                        .mapToDouble(r -> r.cpu() * 1e6 / r.rows())
                        .toArray()),
                median(Arrays.stream(rounds)
                        .mapToDouble(r -> r.serverCpu() * 1e6 / r.rows())
                        .toArray()));
    }

    /** The files one after the other, on one thread, into a batch of the pipeline's size that nobody looks at. */
    private static long convert(List<Path> files, int times) {
        EventBatch batch = new EventBatch(ONE_OBJECT.batchBytes(), ONE_OBJECT.batchEvents());
        ParquetEventDecoder decoder = new ParquetEventDecoder();
        long rows = 0;
        try (LocalFileStore store = new LocalFileStore()) {
            for (int i = 0; i < times; i++) {
                for (Path file : files) {
                    try (ObjectContent content = store.open(LocalFileStore.notification(file));
                            EventCursor cursor = decoder.open(content, 0)) {
                        batch.clear(content.identity());
                        while (cursor.fill(batch)) {
                            rows += batch.count();
                            batch.clear(content.identity());
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static long deliver(RunReport report) {
        if (!report.isSettled()) {
            throw new IllegalStateException("not settled; " + report);
        }
        return report.counts().indexed();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
