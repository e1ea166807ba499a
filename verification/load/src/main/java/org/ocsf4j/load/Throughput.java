package org.ocsf4j.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.pipeline.RunReport;

/** Rows a second of the pipeline against those of conversion alone, on the same files, in rounds by turns. */
final class Throughput {

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

    /** True where the pipeline without compression reaches seven tenths of conversion alone. */
    static boolean run(Path folder, long rows) throws IOException {
        List<Path> files = Pipelines.objects(folder, rows / 4);
        try (DiscardingServer server = new DiscardingServer()) {
            Measured[] candidates = {
                () -> convert(files),
                () -> deliver(Pipelines.run(files, 1, server.uri(), false, ONE_OBJECT, new PipelineObserver() {})),
                () -> deliver(Pipelines.run(files, 1, server.uri(), true, ONE_OBJECT, new PipelineObserver() {}))
            };
            double[][] rates = new double[candidates.length][ROUNDS];
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (int i = 0; i < candidates.length; i++) {
                    long start = System.nanoTime();
                    long measured = candidates[i].rows();
                    double rate = measured * 1e9 / (System.nanoTime() - start);
                    if (round >= 0) {
                        rates[i][round] = rate;
                    }
                }
            }
            double convert = median(rates[0]);
            double plain = median(rates[1]);
            double gzip = median(rates[2]);
            System.out.println(String.format(
                    Locale.ROOT,
                    "{\"rows\":%d,\"convertRowsPerSecond\":%.0f,\"pipelineRowsPerSecond\":%.0f,\"pipelineGzipRowsPerSecond\":%.0f,"
                            + "\"ratio\":%.2f,\"ratioGzip\":%.2f}",
                    rows,
                    convert,
                    plain,
                    gzip,
                    plain / convert,
                    gzip / convert));
            return plain / convert >= ENOUGH;
        }
    }

    /** The files one after the other, on one thread. */
    private static long convert(List<Path> files) throws IOException {
        long rows = 0;
        for (Path file : files) {
            rows += ParquetJson.convert(file, OutputStream.nullOutputStream()).rows();
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
