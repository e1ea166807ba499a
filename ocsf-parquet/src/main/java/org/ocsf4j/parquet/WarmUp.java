package org.ocsf4j.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Converts samples that this module brings along, so that the code that converts is loaded and compiled before the first object comes:
 * while a function is initialised whose snapshot keeps the compiled code, or while a container is not yet ready.
 *
 * <p>The samples are generated: API calls, deeply nested, and network flows, flat; with the codecs zstd and gzip. Thread-safe.
 */
public final class WarmUp {

    /** How often each sample is converted: 30 times, some seconds of one processor in a fresh process. */
    public static final int DEFAULT_TIMES = 30;

    /** Below {@code src/main/resources}; written by {@code WarmUpSamplesTest} of {@code ocsf-testkit}. */
    static final List<String> SAMPLES = List.of("warm-up-api-activity.parquet", "warm-up-network-activity.parquet");

    private WarmUp() {}

    /** Converts the samples {@value #DEFAULT_TIMES} times. */
    public static void run() {
        run(DEFAULT_TIMES);
    }

    /**
     * Converts the samples.
     *
     * @return how many rows were converted
     * @throws ParquetFormatException never, unless the samples are damaged
     */
    public static long run(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("[warm-up] times is below 1; " + times);
        }
        ParquetJson json = new ParquetJson();
        long rows = 0;
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            for (String sample : SAMPLES) {
                byte[] parquet = read(sample);
                for (int i = 0; i < times; i++) {
                    rows += json.write(parquet, nowhere).rows();
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("[warm-up] a sample cannot be read; is this module's jar complete?", e);
        }
    }

    private static byte[] read(String sample) throws IOException {
        try (InputStream in = WarmUp.class.getResourceAsStream(sample)) {
            if (in == null) {
                throw new IOException(sample + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
