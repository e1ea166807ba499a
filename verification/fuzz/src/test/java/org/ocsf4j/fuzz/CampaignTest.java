package org.ocsf4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.fuzz.corpus.Corpus;
import org.ocsf4j.fuzz.judge.Outcome;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;

final class CampaignTest {

    private static final int COUNT = 60;
    private static final EventDecoder FAULTY = (content, firstRow) -> {
        throw new IllegalStateException("planted");
    };

    private static final EventDecoder REFUSING = (content, firstRow) -> {
        ParquetPlace place = ParquetPlace.of(content.identity().location().toString());
        throw new ParquetFormatException(place.withRowGroup(0).withColumn("a"), "no; 1");
    };

    private static FuzzOptions options(long firstCase, Path kept) {
        return new FuzzOptions(9, firstCase, COUNT, 2, null, Duration.ofSeconds(10), kept, false);
    }

    @Test
    void reportsFailuresWithSeedCaseMutatorsAndStackTraceAndKeepsTheFiles(@TempDir Path kept) throws Exception {
        CaseMaker cases = new CaseMaker(9, Corpus.files());
        Report report = new Campaign(options(100, kept), cases, manner -> FAULTY).run();
        assertThat(report.cases()).isEqualTo(COUNT);
        assertThat(report.failed()).isEqualTo(COUNT);
        assertThat(report.count(Outcome.FOREIGN_EXCEPTION)).isEqualTo(COUNT);
        Failure failure = report.failures().get(0);
        FuzzCase again = cases.make(failure.number());
        assertThat(failure.description()).isEqualTo(again.toString()).contains("seed 9", again.source());
        assertThat(failure.stackTrace()).contains("IllegalStateException: planted");
        assertThat(Files.readAllBytes(kept.resolve("9-" + failure.number() + ".parquet")))
                .isEqualTo(again.bytes());
        assertThat(ReportText.of(report, options(100, kept), 1)).contains("failures: 60", "planted", again.source());
        assertThat(ReportJson.of(report, options(100, kept), 1)).contains("\"failed\" : 60");
    }

    @Test
    void keepsNothingWhereNothingFails(@TempDir Path kept) throws InterruptedException, IOException {
        Report report = new Campaign(options(0, kept), new CaseMaker(9, Corpus.files()), manner -> REFUSING).run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.count(Outcome.REFUSED)).isEqualTo(COUNT);
        assertThat(kept).isEmptyDirectory();
    }
}
