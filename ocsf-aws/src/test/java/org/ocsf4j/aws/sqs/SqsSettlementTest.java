package org.ocsf4j.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.aws.sqs.ScriptedQueue.batch;
import static org.ocsf4j.aws.sqs.ScriptedQueue.error;
import static org.ocsf4j.aws.sqs.ScriptedQueue.handles;
import static org.ocsf4j.aws.sqs.ScriptedQueue.visibilities;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.ReceivedMessage;

/** Messages are deleted or given back once, entry by entry. */
final class SqsSettlementTest extends ScriptedSource {

    @Test
    void deletesOnceAndMatchesEntriesById() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        queue.on(
                DELETE,
                request -> batch(
                        request,
                        calls.incrementAndGet() == 1
                                ? Map.of("h1", "\"SenderFault\":false,\"Code\":\"InternalError\"")
                                : Map.of()));
        List<ReceivedMessage> received = receive(2);
        received.get(1).acknowledgement().confirm();
        received.get(1).acknowledgement().confirm();

        assertThat(requests(DELETE)).hasSize(2).allSatisfy(r -> assertThat(handles(r))
                .containsExactly("h1"));
        assertThat(received.get(1).acknowledgement().isLost()).isFalse();
    }

    @Test
    void deletesTogetherWhatIsConfirmedTogether() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        queue.on(DELETE, request -> {
            if (calls.incrementAndGet() == 1) {
                first.countDown();
                awaitLatch(others);
                return batch(request, Map.of());
            }
            return calls.get() == 2
                    ? batch(request, Map.of("h4", "\"SenderFault\":false,\"Code\":\"InternalError\"", "h7", ""))
                    : batch(request, Map.of());
        });
        List<ReceivedMessage> received = receive(10);
        List<CompletableFuture<Void>> confirmed = new ArrayList<>();
        for (ReceivedMessage message : received) {
            confirmed.add(inThread(message.acknowledgement()::confirm));
            assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
        }
        Thread.sleep(300);
        others.countDown();
        confirmed.forEach(CompletableFuture::join);

        assertThat(requests(DELETE)).hasSize(3);
        assertThat(handles(requests(DELETE).get(0))).hasSize(1);
        assertThat(handles(requests(DELETE).get(1))).hasSize(9);
        assertThat(handles(requests(DELETE).get(2))).containsExactlyInAnyOrder("h4", "h7");
    }

    @Test
    void throwsWhereADeletionIsNotConfirmedAndMayBeAskedAgain() throws InterruptedException {
        queue.on(DELETE, request -> batch(request, Map.of("h0", "")));
        Acknowledgement held = receive(1).get(0).acknowledgement();
        assertThatThrownBy(held::confirm)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("m0");

        queue.on(DELETE, request -> error(503, "ServiceUnavailable"));
        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);

        queue.on(DELETE, request -> error(403, "AccessDenied"));
        assertThatThrownBy(held::confirm)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sqs:DeleteMessage");

        queue.on(DELETE, request -> batch(request, Map.of()));
        held.confirm();
    }

    @Test
    void isLostWhereADeletionsHandleIsRefused() throws InterruptedException {
        queue.on(
                DELETE,
                request -> batch(request, Map.of("h0", "\"SenderFault\":true,\"Code\":\"ReceiptHandleIsInvalid\"")));
        Acknowledgement held = receive(1).get(0).acknowledgement();

        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        assertThat(held.isLost()).isTrue();
        assertThat(count(DELETE)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT-5S, 0", "PT0.2S, 1", "PT90S, 90", "PT24H, 43200"})
    void givesBackWithADelayInWholeSeconds(Duration delay, String seconds) throws InterruptedException {
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        held.giveBack(delay);
        Thread.sleep(1300);

        assertThat(requests(EXTEND)).hasSize(2);
        assertThat(visibilities(requests(EXTEND).get(1))).containsExactly(seconds);
    }

    @Test
    void neverHidesAgainWhatWasGivenBackDuringAnExtension() throws InterruptedException {
        CountDownLatch extending = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        queue.on(EXTEND, request -> {
            if (visibilities(request).contains("3")) {
                extending.countDown();
                awaitLatch(answer);
            }
            return batch(request, Map.of());
        });
        Acknowledgement held = receive(1).get(0).acknowledgement();
        assertThat(extending.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> given = inThread(() -> held.giveBack(Duration.ZERO));
        Thread.sleep(200);
        assertThat(count(EXTEND)).isOne();
        answer.countDown();
        given.join();
        Thread.sleep(1200);

        assertThat(requests(EXTEND)).extracting(r -> visibilities(r).get(0)).containsExactly("3", "0");
    }

    @Test
    void throwsNothingWhereGivingBackFails() throws InterruptedException {
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        queue.on(EXTEND, request -> error(500, "InternalError"));
        held.giveBack(Duration.ZERO);
        assertThat(count(EXTEND)).isEqualTo(2);
    }
}
