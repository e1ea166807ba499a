package org.ocsf4j.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.aws.sqs.ScriptedQueue.batch;
import static org.ocsf4j.aws.sqs.ScriptedQueue.error;
import static org.ocsf4j.aws.sqs.ScriptedQueue.handles;
import static org.ocsf4j.aws.sqs.ScriptedQueue.visibilities;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.ScriptedServer.Request;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.ReceivedMessage;

/** Leases are extended while their messages are at work, and lost where the queue does not go along. */
final class SqsLeaseTest extends ScriptedSource {

    @Test
    void extendsAtOnceAndThenEveryThirdOfTheTimeout() throws InterruptedException {
        receive(10);
        long received = System.nanoTime();
        await(() -> count(EXTEND) == 4);

        List<Request> extensions = requests(EXTEND);
        assertThat(extensions).allSatisfy(request -> {
            assertThat(handles(request)).hasSize(10);
            assertThat(visibilities(request)).containsOnly("3");
        });
        assertThat(millis(extensions.get(0).nanos() - received)).isLessThan(900);
        for (int i = 1; i < 4; i++) {
            assertThat(millis(extensions.get(i).nanos() - extensions.get(i - 1).nanos()))
                    .isBetween(900L, 1900L);
        }
    }

    @Test
    void extendsNoLongerWhatIsSettled() throws InterruptedException {
        List<ReceivedMessage> received = receive(3);
        await(() -> count(EXTEND) == 1);
        received.get(0).acknowledgement().confirm();
        received.get(2).acknowledgement().confirm();
        await(() -> count(EXTEND) == 2);
        received.get(1).acknowledgement().confirm();
        Thread.sleep(1500);

        assertThat(requests(EXTEND)).hasSize(2);
        assertThat(handles(requests(EXTEND).get(1))).containsExactly("h1");
    }

    @Test
    void triesAFailedExtensionAgainSoon() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        queue.on(
                EXTEND,
                request -> calls.incrementAndGet() <= 2 ? error(503, "ServiceUnavailable") : batch(request, Map.of()));
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> calls.get() == 3);

        assertThat(millis(requests(EXTEND).get(2).nanos()
                        - requests(EXTEND).get(0).nanos()))
                .isLessThan(1500);
        Thread.sleep(3200);
        assertThat(held.isLost()).isFalse();
        held.confirm();
        assertThat(count(DELETE)).isOne();
    }

    @Test
    void triesOneFailedEntryOfAnExtensionAgain() throws InterruptedException {
        queue.on(
                EXTEND,
                request -> batch(request, Map.of("h1", "\"SenderFault\":false,\"Code\":\"InternalError\"", "h2", "")));
        List<ReceivedMessage> received = receive(3);
        await(() -> received.get(1).acknowledgement().isLost()
                && received.get(2).acknowledgement().isLost());

        assertThat(requests(EXTEND)).hasSizeGreaterThan(5);
        assertThat(received.get(0).acknowledgement().isLost()).isFalse();
    }

    @Test
    void losesALeaseWhoseHandleIsRefusedAndDeletesNothing() throws InterruptedException {
        queue.on(
                EXTEND,
                request -> batch(request, Map.of("h1", "\"SenderFault\":true,\"Code\":\"ReceiptHandleIsInvalid\"")));
        List<ReceivedMessage> received = receive(2);
        Acknowledgement lost = received.get(1).acknowledgement();
        await(lost::isLost);

        assertThatThrownBy(lost::confirm)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("lost");
        lost.giveBack(Duration.ZERO);
        assertThat(received.get(0).acknowledgement().isLost()).isFalse();
        assertThat(count(DELETE)).isZero();
        assertThat(requests(EXTEND))
                .allSatisfy(request -> assertThat(visibilities(request)).containsOnly("3"));
    }

    @Test
    void losesALeaseThatRanOutWhileTheQueueDidNotAnswer() throws InterruptedException {
        queue.on(EXTEND, request -> error(500, "InternalError"));
        Acknowledgement held = receive(1).get(0).acknowledgement();
        Thread.sleep(2000);
        assertThat(held.isLost()).isFalse();
        await(held::isLost);

        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        assertThat(count(DELETE)).isZero();
    }

    @Test
    void losesALeaseThatRanOutAfterTheSourceWasClosed() throws InterruptedException {
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        source.close();
        Thread.sleep(3500);

        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        assertThat(held.isLost()).isTrue();
        assertThat(count(DELETE)).isZero();
    }

    @Test
    void saysInTheNextReceiveThatExtensionsAreRefused() throws InterruptedException {
        queue.on(EXTEND, request -> error(403, "AccessDenied"));
        receive(1);
        await(() -> count(EXTEND) > 1);

        assertThatThrownBy(() -> source.receive(1, Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sqs:ChangeMessageVisibility");
    }
}
