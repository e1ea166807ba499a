package org.ocsf4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.object.ObjectLocation;

/** What every {@link DeadLetterSink} must do while its store is in order. JUnit makes one instance for each test. */
public abstract class DeadLetterSinkContract {

    private static final int THREADS = 4;
    private static final int WRITES = 20;

    /** A sink over the test's own, empty store. The test closes it. */
    protected abstract DeadLetterSink openSink();

    /** Every letter that is safe now, also while the sink is open, in any order. */
    protected abstract List<DeadLetter> stored();

    @Test
    void keepsEverythingThatALetterSays() {
        DeadLetter event = letter("a", 7L, "{\"a\":[1.0,\"é 🙂\"]}");
        DeadLetter object = letter("b", null, null);
        try (DeadLetterSink sink = openSink()) {
            sink.write(List.of(event, object));
        }
        assertSame(stored(), List.of(event, object));
    }

    @Test
    void lettersAreSafeWhenTheWriteReturns() {
        try (DeadLetterSink sink = openSink()) {
            sink.write(List.of(letter("a", 1L, "{}")));
            assertThat(stored()).hasSize(1);
            sink.write(List.of(letter("a", 2L, "{}")));
            assertThat(stored()).hasSize(2);
        }
    }

    @Test
    void takesNoLetters() {
        try (DeadLetterSink sink = openSink()) {
            sink.write(List.of());
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void keepsDocumentsThatLookLikeSomethingElse() {
        List<DeadLetter> hostile = List.of(
                letter("a\n{\"format\":1}", 1L, "{\"text\":\"}\\n{\\\"delete\\\":{}}\"}"),
                letter("b", 2L, "{\"big\":18446744073709551615,\"d\":1.0,\"a\":1,\"a\":2}"),
                letter("c", 3L, "not json"),
                letter("d", 4L, "{}\n{\"delete\":{}}"),
                letter("e", 5L, ""));
        try (DeadLetterSink sink = openSink()) {
            sink.write(hostile);
        }
        assertSame(stored(), hostile);
    }

    @Test
    void keepsLettersFromSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<DeadLetter> all = new ArrayList<>();
        try (DeadLetterSink sink = openSink()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                List<DeadLetter> some =
                        List.of(letter("object-" + i, 0L, "{\"n\":" + i + "}"), letter("object-" + i, 1L, "{}"));
                all.addAll(some);
                writes.add(threads.submit(() -> sink.write(some)));
            }
            for (Future<?> write : writes) {
                write.get();
            }
            assertSame(stored(), all);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lettersOfOneSinkSurviveTheNext() {
        try (DeadLetterSink sink = openSink()) {
            sink.write(List.of(letter("a", 1L, "{}")));
        }
        try (DeadLetterSink sink = openSink()) {
            sink.write(List.of(letter("a", 2L, "{}")));
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void closesMoreThanOnce() {
        DeadLetterSink sink = openSink();
        sink.write(List.of(letter("a", 1L, "{}")));
        sink.close();
        sink.close();
        assertThat(stored()).hasSize(1);
    }

    @SuppressWarnings("NullAway") // an absent document; the annotation on the array is not in the class file
    private static DeadLetter letter(String key, @Nullable Long row, @Nullable String document) {
        return new DeadLetter(
                new ObjectLocation("lake", key),
                row == null ? null : "etag",
                row,
                row == null ? 0 : 400,
                "mapper_parsing_exception",
                "failed to parse \"field\"\n[a]",
                row == null ? null : "ocsf-index",
                row == null ? null : "id-" + row,
                document == null ? null : document.getBytes(StandardCharsets.UTF_8),
                3,
                Instant.parse("2026-06-01T12:00:00.123Z"));
    }

    private static void assertSame(List<DeadLetter> stored, List<DeadLetter> expected) {
        assertThat(stored)
                .extracting(DeadLetterSinkContract::facts)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(DeadLetterSinkContract::facts).toList());
    }

    /** A record of an array compares by identity: the document is compared as text. */
    private static List<String> facts(DeadLetter letter) {
        byte[] document = letter.document();
        return List.of(
                letter.object().bucket(),
                letter.object().key(),
                String.valueOf(letter.eTag()),
                String.valueOf(letter.row()),
                String.valueOf(letter.status()),
                letter.errorType(),
                letter.reason(),
                String.valueOf(letter.index()),
                String.valueOf(letter.id()),
                document == null ? "no document" : "document " + new String(document, StandardCharsets.UTF_8),
                String.valueOf(letter.attempt()),
                letter.firstSeen().toString());
    }
}
