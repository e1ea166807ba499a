package org.ocsf4j.fuzz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.fuzz.FuzzCase;
import org.ocsf4j.fuzz.Manner;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.transform.Transform;

/** Every way to fail that a decoder might have is planted and found. */
final class JudgeTest {

    private static final String OBJECT = "s3://fuzz/sound.parquet";
    private static final int ROWS = 10;

    private static FuzzCase intact(long firstRow) {
        return new FuzzCase(1, 7, "sound", ROWS, List.of("Nothing"), new byte[20], true, firstRow, Manner.PLAIN);
    }

    private static FuzzCase withForgedFooter(byte[] bytes) {
        return new FuzzCase(1, 7, "sound", ROWS, List.of("RowCounts"), bytes, false, 0, Manner.PLAIN);
    }

    private static Outcome outcome(EventDecoder decoder) {
        return new Judge(manner -> decoder).judge(intact(0), true).outcome();
    }

    private static EventDecoder failing(RuntimeException failure) {
        return ScriptedDecoder.of(3).then(() -> {
            throw failure;
        });
    }

    private static ParquetPlace page() {
        return ParquetPlace.of(OBJECT).withRowGroup(0).withColumn("a.b").withPage(2);
    }

    @Test
    void allowsAsManyRowsAsTheFileHas() {
        assertThat(outcome(ScriptedDecoder.of(ROWS))).isEqualTo(Outcome.READ);
        EventDecoder decoder = ScriptedDecoder.of(ROWS);
        assertThat(new Judge(manner -> decoder).judge(intact(4), true))
                .isEqualTo(new Verdict(Outcome.READ, null, null, 6));
        assertThat(new Judge(manner -> decoder).judge(intact(11), true).outcome())
                .isEqualTo(Outcome.READ);
    }

    @Test
    void findsLostAndInventedRows() {
        assertThat(outcome(ScriptedDecoder.of(ROWS - 1))).isEqualTo(Outcome.WRONG_ROWS);
        assertThat(outcome(ScriptedDecoder.of(ROWS + 1))).isEqualTo(Outcome.WRONG_ROWS);
        assertThat(outcome(ScriptedDecoder.of(ROWS).declaring(ROWS + 1))).isEqualTo(Outcome.WRONG_ROWS);
    }

    @Test
    void findsOrdinalsThatDoNotFollow() {
        EventDecoder shifted = (content, firstRow) ->
                ScriptedDecoder.of(ROWS + 1).declaring(ROWS).open(content, firstRow + 1);
        assertThat(outcome(shifted)).isEqualTo(Outcome.WRONG_ROWS);
    }

    @Test
    void findsSuccessOverAFooterThatDeclaresNothing() {
        EventDecoder decoder = ScriptedDecoder.of(ROWS);
        assertThat(new Judge(manner -> decoder)
                        .judge(withForgedFooter(new byte[20]), false)
                        .outcome())
                .isEqualTo(Outcome.WRONG_ROWS);
    }

    @Test
    void allowsRefusalsThatNameTheColumn() {
        assertThat(outcome(failing(new ParquetFormatException(page(), "no; 1"))))
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void findsRefusalsWithoutAColumnWhereTheFooterIsSound() {
        RuntimeException refusal = new ParquetFormatException(ParquetPlace.of(OBJECT), "no; 1");
        assertThat(outcome(failing(refusal))).isEqualTo(Outcome.NO_PLACE);
        assertThat(new Judge(manner -> failing(refusal))
                        .judge(withForgedFooter(new byte[20]), false)
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void findsRefusalsOfAnotherObject() {
        ParquetPlace elsewhere = ParquetPlace.of("other").withRowGroup(0).withColumn("a");
        assertThat(outcome(failing(new ParquetFormatException(elsewhere, "no; 1"))))
                .isEqualTo(Outcome.NO_PLACE);
    }

    @Test
    void findsExceptionsThatAreNoRefusals() {
        assertThat(outcome(failing(new ArrayIndexOutOfBoundsException(7)))).isEqualTo(Outcome.FOREIGN_EXCEPTION);
        assertThat(outcome(failing(new UnavailableException("[x] try again")))).isEqualTo(Outcome.FOREIGN_EXCEPTION);
        assertThat(outcome(ScriptedDecoder.of(1).then(() -> {
                    throw new NoClassDefFoundError("codec");
                })))
                .isEqualTo(Outcome.FOREIGN_EXCEPTION);
    }

    @Test
    void findsExhaustedMemoryAndStacksEvenBehindRefusals() {
        assertThat(outcome(ScriptedDecoder.of(1).then(() -> {
                    throw new OutOfMemoryError("planted");
                })))
                .isEqualTo(Outcome.OUT_OF_MEMORY);
        assertThat(outcome(ScriptedDecoder.of(1).then(() -> {
                    throw new StackOverflowError("planted");
                })))
                .isEqualTo(Outcome.STACK_OVERFLOW);
        assertThat(outcome(failing(new ParquetFormatException(page(), "no; 1", new StackOverflowError("planted")))))
                .isEqualTo(Outcome.STACK_OVERFLOW);
    }

    @Test
    void findsRowsThatAreNoJsonDocumentOnOneLine() {
        for (String document :
                List.of("{\"a\":NaN}", "{\"a\":1,\"a\":2}", "{\n}", "{}{}", "{\"a\":\"\u0001\"}", "[]", "{")) {
            assertThat(outcome(ScriptedDecoder.of(ROWS).writing(document)))
                    .as(document)
                    .isEqualTo(Outcome.INVALID_JSON);
        }
    }

    @Test
    void findsInvalidRowsBeforeARefusal() {
        EventDecoder decoder = ScriptedDecoder.of(3).writing("{").then(() -> {
            throw new ParquetFormatException(page(), "no; 1");
        });
        assertThat(outcome(decoder)).isEqualTo(Outcome.INVALID_JSON);
    }

    @Test
    void doesNotWaitForBillionsOfRows() {
        assertThat(outcome(ScriptedDecoder.of(Long.MAX_VALUE))).isEqualTo(Outcome.READ_IN_PART);
    }

    @Test
    void leavesAReaderBehindThatHangs() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        EventDecoder hanging = ScriptedDecoder.of(ROWS).then(() -> awaitUninterruptibly(end));
        EventDecoder sound = ScriptedDecoder.of(ROWS);
        try (TimedJudge timed = new TimedJudge(
                new Judge(manner -> manner.everyOption() ? sound : hanging),
                Duration.ofMillis(200),
                new ReentrantReadWriteLock())) {
            Verdict verdict = timed.judge(intact(0), false);
            assertThat(verdict.outcome()).isEqualTo(Outcome.HANG);
            assertThat(verdict.cause()).isNotNull();
            assertThat(verdict.cause().getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("awaitUninterruptibly"));
            FuzzCase next = new FuzzCase(
                    1, 8, "sound", ROWS, List.of(), new byte[20], true, 0, new Manner(true, false, Transform.NONE));
            assertThat(timed.judge(next, false).outcome()).isEqualTo(Outcome.READ);
        } finally {
            end.countDown();
        }
    }

    @Test
    void asksAgainAndAloneWhereMemoryDidNotSuffice() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        EventDecoder once = ScriptedDecoder.of(ROWS).then(() -> {
            if (asked.getAndIncrement() == 0) {
                throw new OutOfMemoryError("planted");
            }
        });
        EventDecoder always = ScriptedDecoder.of(1).then(() -> {
            throw new OutOfMemoryError("planted");
        });
        assertThat(timed(once).outcome()).isEqualTo(Outcome.READ);
        assertThat(timed(always).outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
    }

    private static Verdict timed(EventDecoder decoder) throws InterruptedException {
        Judge judge = new Judge(manner -> decoder);
        try (TimedJudge timed = new TimedJudge(judge, Duration.ofSeconds(10), new ReentrantReadWriteLock())) {
            return timed.judge(intact(0), false);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch end) {
        boolean waiting = true;
        while (waiting) {
            try {
                end.await();
                waiting = false;
            } catch (InterruptedException deaf) {
                waiting = true;
            }
        }
    }
}
