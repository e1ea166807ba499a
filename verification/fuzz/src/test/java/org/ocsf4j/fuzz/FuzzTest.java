package org.ocsf4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The decoder of {@code ocsf-parquet} against 20,000 damaged files in a heap of 512 MiB. */
final class FuzzTest {

    @Test
    void noDamagedFileHangsExhaustsOverflowsOrLosesRows() throws IOException, InterruptedException {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(512L << 20);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Report report =
                Fuzz.run(FuzzOptions.defaults(), new PrintStream(text, true, StandardCharsets.UTF_8), System.err);
        assertThat(report.failed()).as(text.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(report.cases()).isEqualTo(FuzzOptions.DEFAULT_COUNT);
    }
}
