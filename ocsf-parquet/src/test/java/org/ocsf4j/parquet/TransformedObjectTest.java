package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/** An object goes through the pipeline with a transform in its decoder. */
final class TransformedObjectTest {

    private static final int ROWS = 5_000;

    private final Path folder;
    private final Kept kept = new Kept();

    TransformedObjectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Keeps rows and documents. */
    private static final class Kept implements EventSink {
        private final List<Long> rows = Collections.synchronizedList(new ArrayList<>());
        private final List<String> documents = Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<EventOutcome> write(EventBatch batch) {
            for (int i = 0; i < batch.count(); i++) {
                rows.add(batch.row(i));
                documents.add(new String(batch.event(i).toBytes(), StandardCharsets.UTF_8));
            }
            return Collections.nCopies(batch.count(), EventOutcome.INDEXED);
        }
    }

    @Test
    void filteredRowsAreSettledAndTheOthersKeepTheirOrdinals() throws Exception {
        ObjectReport report = process(Transform.NONE
                .where(RowFilter.in("severity_id", List.of(3, 5)))
                .with(FieldRule.drop("time"), FieldRule.mask("user.name")));

        assertThat(report.state()).isEqualTo(ObjectReport.State.SETTLED);
        assertThat(report.counts()).isEqualTo(new SettlementCounts(ROWS, ROWS / 5, 0, 0, ROWS - ROWS / 5));
        assertThat(kept.rows).hasSize(ROWS / 5).allMatch(row -> row % 10 == 3 || row % 10 == 5);
        assertThat(kept.documents)
                .allMatch(document -> document.matches("\\{\"severity_id\":[35],\"user\":\\{\"name\":\"\\*{3}\"}}"));
    }

    @Test
    void anObjectOfWhichNothingIsKeptIsSettled() throws Exception {
        ObjectReport report = process(Transform.NONE.where(RowFilter.equal("severity_id", 99)));

        assertThat(report.state()).isEqualTo(ObjectReport.State.SETTLED);
        assertThat(report.counts()).isEqualTo(new SettlementCounts(ROWS, 0, 0, 0, ROWS));
        assertThat(kept.rows).isEmpty();
    }

    private ObjectReport process(Transform transform) throws IOException, InterruptedException {
        Path file = folder.resolve("events.parquet");
        TestFile events = TestFile.of("required int64 time; required int32 severity_id;"
                + " required group user { required binary name (STRING); }");
        for (int i = 0; i < ROWS; i++) {
            int row = i;
            events.row(event -> {
                event.append("time", 1_780_000_000_000L + row).append("severity_id", row % 10);
                event.addGroup("user").append("name", "user " + row);
            });
        }
        Files.write(file, events.bytes());
        ParquetOptions options = ParquetOptions.builder().transform(transform).build();
        try (LocalFileStore store = new LocalFileStore();
                FileDeadLetterSink letters = new FileDeadLetterSink(folder.resolve("letters"));
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .objectStore(store)
                        .decoder(new ParquetEventDecoder(options))
                        .sink(kept)
                        .deadLetters(letters)
                        .build()) {
            return pipeline.process(LocalFileStore.notification(file));
        }
    }
}
