package org.ocsf4j.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectLocation;

class FileDeadLetterSinkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.456Z");

    private final Path folder;

    FileDeadLetterSinkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesEveryMemberAndTheDocumentByteForByte() throws IOException {
        String document = "{\"b\":1.0,\"a\":\"é😀\\u0000\",  \"n\":12345678901234567890123}";

        assertThat(written(letter(7L, "no", document)))
                .containsExactly("{\"format\":1,\"object\":{\"bucket\":\"lake\",\"key\":\"a \\\"b\\\".parquet\","
                        + "\"eTag\":\"e1\"},\"row\":7,\"index\":\"i\",\"id\":\"p-7\",\"idFormat\":1,\"status\":400,"
                        + "\"errorType\":\"mapper_parsing_exception\",\"reason\":\"no\",\"attempt\":3,"
                        + "\"firstSeen\":\"2026-03-01T10:20:30.456Z\",\"document\":" + document + "}");
    }

    @Test
    void leavesOutWhatIsAbsent() throws IOException {
        ObjectLocation object = new ObjectLocation("lake", "k");
        @SuppressWarnings("NullAway") // an absent document; the annotation on the array is not in the class file
        DeadLetter missing = new DeadLetter(object, null, null, 0, "Missing", "gone", null, null, null, 1, NOW);

        assertThat(written(missing))
                .containsExactly("{\"format\":1,\"object\":{\"bucket\":\"lake\",\"key\":\"k\"},\"idFormat\":1,"
                        + "\"status\":0,\"errorType\":\"Missing\",\"reason\":\"gone\",\"attempt\":1,"
                        + "\"firstSeen\":\"2026-03-01T10:20:30.456Z\"}");
    }

    @Test
    void aHostileReasonStaysOnItsLine() throws IOException {
        assertThat(written(letter(0L, "x\n{\"format\":1}\r\u2028", null))).hasSize(1);
    }

    @Test
    void aReasonIsNotCutInsideASurrogatePair() throws IOException {
        String reason = "x".repeat(DeadLetter.MAX_REASON_BYTES - 4) + "😀😀";

        assertThat(written(letter(0L, reason, null))).singleElement().asString().contains("x…\"");
    }

    @Test
    void loneSurrogatesAreKeptAsEscapesSoThatALetterCanAlwaysBeWritten() throws IOException {
        assertThat(written(letter(0L, "\uD83D|\uDE00", null)))
                .singleElement()
                .asString()
                .contains("\"reason\":\"\\uD83D|\\uDE00\"");
    }

    @Test
    void makesNothingBeforeTheFirstLetter() throws IOException {
        Path later = folder.resolve("a/b");
        try (FileDeadLetterSink sink = new FileDeadLetterSink(later, clock())) {
            sink.write(List.of());
            assertThat(later).doesNotExist();

            sink.write(List.of(letter(0L, "no", null)));
            assertThat(files(later)).hasSize(1);
        }
    }

    @Test
    void isOnDiskWhenWriteReturns() throws IOException {
        try (FileDeadLetterSink sink = new FileDeadLetterSink(folder, clock())) {
            sink.write(List.of(letter(0L, "no", null), letter(1L, "no", null)));
            assertThat(lines()).hasSize(2);

            sink.write(List.of(letter(2L, "no", null)));
            assertThat(lines()).hasSize(3);
        }
    }

    @Test
    void sinksOfTheSameMillisecondHaveFilesOfTheirOwn() throws IOException {
        long pid = ProcessHandle.current().pid();
        try (FileDeadLetterSink one = new FileDeadLetterSink(folder, clock());
                FileDeadLetterSink two = new FileDeadLetterSink(folder, clock())) {
            one.write(List.of(letter(0L, "no", null)));
            two.write(List.of(letter(1L, "no", null)));

            assertThat(files(folder).map(file -> file.getFileName().toString()))
                    .containsExactly(
                            "dead-letters-20260301T102030456-" + pid + "-2.ndjson",
                            "dead-letters-20260301T102030456-" + pid + ".ndjson");
        }
    }

    @Test
    void anUnusableFolderIsUnavailable() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (FileDeadLetterSink sink = new FileDeadLetterSink(file, clock())) {
            assertThatThrownBy(() -> sink.write(List.of(letter(0L, "no", null))))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void anInterruptedWriteFailsAndTheNextOneSucceeds() throws IOException {
        try (FileDeadLetterSink sink = new FileDeadLetterSink(folder, clock())) {
            sink.write(List.of(letter(0L, "no", null)));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> sink.write(List.of(letter(1L, "no", null))))
                    .isInstanceOf(UnavailableException.class);
            assertThat(Thread.interrupted()).isTrue();

            sink.write(List.of(letter(2L, "no", null)));

            assertThat(lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            assertThat(lines()).anyMatch(line -> line.contains("\"row\":2"));
        }
    }

    @Test
    void lettersOfSeveralThreadsDoNotMix() throws Exception {
        try (FileDeadLetterSink sink = new FileDeadLetterSink(folder, clock())) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                long row = t;
                Thread thread = new Thread(() -> {
                    for (int i = 0; i < 10; i++) {
                        sink.write(List.of(letter(row, "r".repeat(500), null), letter(row, "no", null)));
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(lines()).hasSize(80).allMatch(line -> line.startsWith("{\"format\":1,") && line.endsWith("}"));
    }

    private List<String> written(DeadLetter letter) throws IOException {
        try (FileDeadLetterSink sink = new FileDeadLetterSink(folder, clock())) {
            sink.write(List.of(letter));
        }
        return lines();
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(folder).toList()) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
            text.lines().forEach(lines::add);
        }
        return lines;
    }

    private static Stream<Path> files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        return files.stream();
    }

    @SuppressWarnings("NullAway") // an absent document; the annotation on the array is not in the class file
    private static DeadLetter letter(long row, String reason, @Nullable String document) {
        return new DeadLetter(
                new ObjectLocation("lake", "a \"b\".parquet"),
                "e1",
                row,
                400,
                "mapper_parsing_exception",
                reason,
                "i",
                "p-" + row,
                document == null ? null : document.getBytes(StandardCharsets.UTF_8),
                3,
                NOW);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
