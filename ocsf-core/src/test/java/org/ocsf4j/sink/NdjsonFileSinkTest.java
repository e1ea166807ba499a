package org.ocsf4j.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

class NdjsonFileSinkTest {

    private final Path folder;

    NdjsonFileSinkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static EventBatch batch(String... documents) {
        EventBatch batch = new EventBatch(1 << 20, 1_000);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "k"), "e"));
        for (int row = 0; row < documents.length; row++) {
            batch.append(documents[row].getBytes(StandardCharsets.UTF_8), row, EventClass.UNKNOWN, EventBatch.NO_TIME);
        }
        return batch;
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileIsSeenUnderItsNameOnlyWhenItIsWhole() throws IOException {
        try (NdjsonFileSink sink = NdjsonFileSink.builder(folder).rollBytes(20).build()) {
            sink.write(batch("{\"a\":1}"));
            assertThat(files(".ndjson")).isEmpty();
            assertThat(files(".part")).singleElement().satisfies(part -> assertThat(part)
                    .hasContent("{\"a\":1}\n"));
            sink.write(batch("{\"a\":2}", "{\"a\":3}"));
            assertThat(files(".part")).as("large enough").isEmpty();
            assertThat(files(".ndjson")).hasSize(1);
            sink.write(batch("{\"a\":4}"));
        }
        assertThat(files(".part")).isEmpty();
        assertThat(files(".ndjson")).hasSize(2);
        assertThat(files(".ndjson").get(1)).hasContent("{\"a\":4}\n");
    }

    @Test
    void aFileThatIsOldEnoughIsFinishedByTheNextWrite() throws Exception {
        try (NdjsonFileSink sink =
                NdjsonFileSink.builder(folder).rollAfter(Duration.ofMillis(1)).build()) {
            sink.write(batch("{\"a\":1}"));
            Thread.sleep(5);
            sink.write(batch("{\"a\":2}"));
            assertThat(files(".ndjson")).singleElement().satisfies(file -> assertThat(file)
                    .hasContent("{\"a\":1}\n"));
        }
    }

    @Test
    void whatACrashLeftIsCutBehindItsLastWholeLineAndFinished() throws IOException {
        Files.writeString(folder.resolve("ocsf-20260101T000000000-1-1.ndjson.part"), "{\"a\":1}\n{\"a\":2}\n{\"a\":");
        Files.writeString(folder.resolve("ocsf-20260101T000000000-1-2.ndjson.part"), "{\"a\":");
        try (NdjsonFileSink sink = NdjsonFileSink.builder(folder).build()) {
            sink.write(batch("{\"a\":3}"));
        }
        assertThat(files(".part")).isEmpty();
        assertThat(files(".ndjson")).hasSize(2);
        assertThat(files(".ndjson").get(0)).hasContent("{\"a\":1}\n{\"a\":2}\n");
    }

    @Test
    void whatACrashLeftCompressedIsCutBehindItsLastWholeMember() throws IOException {
        try (NdjsonFileSink sink = NdjsonFileSink.builder(folder).gzip().build()) {
            for (int i = 0; i < 3; i++) {
                sink.write(batch("{\"a\":" + i + "}", "{\"text\":\"" + "x".repeat(200_000) + "\"}"));
            }
        }
        Path whole = files(".gz").get(0);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(
                folder.resolve("ocsf-20260101T000000000-1-1.ndjson.gz.part"), Arrays.copyOf(bytes, bytes.length - 5));
        Files.delete(whole);
        try (NdjsonFileSink sink = NdjsonFileSink.builder(folder).gzip().build()) {
            sink.write(batch("{}"));
        }
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(files(".gz").get(0)))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(4)
                    .contains("{\"a\":1}");
        }
    }

    @Test
    void leavesAFileAloneThatAnotherSinkWrites() throws IOException {
        try (NdjsonFileSink first = NdjsonFileSink.builder(folder).build();
                NdjsonFileSink second = NdjsonFileSink.builder(folder).build()) {
            first.write(batch("{\"a\":1}"));
            second.write(batch("{\"a\":2}"));
            assertThat(files(".part")).hasSize(2);
            first.write(batch("{\"a\":3}"));
        }
        assertThat(files(".ndjson")).hasSize(2);
    }

    @Test
    void anInterruptedWriteFailsAndTheNextOneSucceeds() throws IOException {
        try (NdjsonFileSink sink = NdjsonFileSink.builder(folder).build()) {
            sink.write(batch("{\"a\":1}"));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> sink.write(batch("{\"a\":2}"))).isInstanceOf(UnavailableException.class);
            assertThat(Thread.interrupted()).isTrue();
            sink.write(batch("{\"a\":3}"));
        }
        assertThat(files(".part")).isEmpty();
        String all = "";
        for (Path file : files(".ndjson")) {
            all += Files.readString(file);
        }
        assertThat(all).isEqualTo("{\"a\":1}\n{\"a\":3}\n");
    }

    @Test
    void compressesWithWhateverItIsGiven() throws IOException {
        try (NdjsonFileSink sink =
                NdjsonFileSink.builder(folder).compression(".zst", out -> out).build()) {
            sink.write(batch("{}"));
        }
        assertThat(files(".ndjson.zst")).hasSize(1);
        assertThatThrownBy(() -> NdjsonFileSink.builder(folder).compression("/x", out -> out))
                .hasMessageContaining("not a file suffix");
    }

    @Test
    void anUnusableFolderIsUnavailable() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "", StandardOpenOption.CREATE);
        try (NdjsonFileSink sink = NdjsonFileSink.builder(file).build()) {
            assertThatThrownBy(() -> sink.write(batch("{}")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
