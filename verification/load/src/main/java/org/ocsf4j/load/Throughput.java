package org.ocsf4j.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.pipeline.RunReport;

/** The pipeline's time against that of conversion alone, on the same files, in rounds by turns. Medians count. */
final class Throughput {

    private static final long ROWS_AN_OBJECT = 75_000;
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

    /** One round of one candidate: seconds by the clock, and of the processor for this process and for the server. */
    private record Round(double seconds, double cpu, double serverCpu) {}

    /** True where the pipeline without compression reaches seven tenths of conversion alone. */
    static boolean run(Path folder, long rows) throws IOException {
        List<Path> files = Pipelines.objects(folder, ROWS_AN_OBJECT);
        int times = (int) Math.max(1, rows / (ROWS_AN_OBJECT * files.size()));
        long all = ROWS_AN_OBJECT * files.size() * times;
        try (Discarding server = Discarding.start()) {
            Measured[] candidates = {
                () -> convert(files, times),
                () -> deliver(Pipelines.run(files, times, server.uri(), false, ONE_OBJECT, new PipelineObserver() {})),
                () -> deliver(Pipelines.run(files, times, server.uri(), true, ONE_OBJECT, new PipelineObserver() {}))
            };
            Round[][] rounds = new Round[candidates.length][ROUNDS];
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (int i = 0; i < candidates.length; i++) {
                    Round measured = measure(candidates[i], server, all);
                    if (round >= 0) {
                        rounds[i][round] = measured;
                    }
                }
            }
            double ratio = seconds(rounds[0]) / seconds(rounds[1]);
            System.out.println(String.format(
                    Locale.ROOT,
                    "{\"rows\":%d,\"rounds\":%d,%s,%s,%s,\"ratio\":%.2f,\"ratioGzip\":%.2f,\"cpuRatio\":%.2f}",
                    all,
                    ROUNDS,
                    json("convert", rounds[0]),
                    json("pipeline", rounds[1]),
                    json("pipelineGzip", rounds[2]),
                    ratio,
                    seconds(rounds[0]) / seconds(rounds[2]),
                    cpu(rounds[0]) / cpu(rounds[1])));
            return ratio >= ENOUGH;
        }
    }

    private static Round measure(Measured candidate, Discarding server, long rows) throws IOException {
        Duration cpu = ownCpu();
        Duration serverCpu = server.cpu();
        long start = System.nanoTime();
        long measured = candidate.rows();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (measured != rows) {
            throw new IllegalStateException(measured + " rows of " + rows);
        }
        return new Round(
                seconds, seconds(ownCpu().minus(cpu)), seconds(server.cpu().minus(serverCpu)));
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String json(String name, Round[] rounds) {
        return String.format(
                Locale.ROOT,
                "\"%s\":{\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"serverCpuSeconds\":%.2f}",
                name,
                seconds(rounds),
                cpu(rounds),
                median(Arrays.stream(rounds).mapToDouble(Round::serverCpu).toArray()));
    }

    private static double seconds(Round[] rounds) {
        return median(Arrays.stream(rounds).mapToDouble(Round::seconds).toArray());
    }

    private static double cpu(Round[] rounds) {
        return median(Arrays.stream(rounds).mapToDouble(Round::cpu).toArray());
    }

    /** The files one after the other, on one thread. */
    private static long convert(List<Path> files, int times) throws IOException {
        long rows = 0;
        for (int i = 0; i < times; i++) {
            for (Path file : files) {
                rows += ParquetJson.convert(file, OutputStream.nullOutputStream())
                        .rows();
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
