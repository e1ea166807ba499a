package org.ocsf4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectLocation;

/** What every {@link NotificationSource} must do while its queue is in order. JUnit makes one instance for each test. */
public abstract class NotificationSourceContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** A source over the test's own, empty queue, with leases of a few seconds at least. The test closes it. */
    protected abstract NotificationSource openSource();

    /** Puts a message into the queue that announces one object. */
    protected abstract void announce(ObjectLocation location);

    /** A location that the source is set up to admit; another for another name. */
    protected abstract ObjectLocation location(String name);

    /** Puts a message into the queue that nobody understands. */
    protected abstract void announceNonsense();

    @Test
    void receivesNothingWhereThereIsNothing() throws InterruptedException {
        try (NotificationSource source = openSource()) {
            assertThat(source.receive(10, MOMENT)).isEmpty();
            assertThat(source.receive(1, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void receivesWhatWasAnnouncedAndConfirmsIt() throws InterruptedException {
        announce(location("a+b c.parquet"));
        try (NotificationSource source = openSource()) {
            ReceivedMessage message = one(source);
            assertThat(message.receiveCount()).isOne();
            assertThat(message.acknowledgement().isLost()).isFalse();
            assertThat(((Notification.Understood) message.notification()).objects())
                    .singleElement()
                    .satisfies(object -> {
                        assertThat(object.location()).isEqualTo(location("a+b c.parquet"));
                        assertThat(object.firstRow()).isZero();
                    });
            message.acknowledgement().confirm();
            assertThat(source.receive(1, MOMENT)).isEmpty();
        }
    }

    @Test
    void receivesNoMoreThanAskedFor() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            announce(location("object-" + i));
        }
        try (NotificationSource source = openSource()) {
            Set<String> ids = new HashSet<>();
            while (ids.size() < 5) {
                List<ReceivedMessage> messages = source.receive(2, PATIENCE);
                assertThat(messages).hasSizeBetween(1, 2);
                for (ReceivedMessage message : messages) {
                    assertThat(ids.add(message.id())).as("once").isTrue();
                    message.acknowledgement().confirm();
                }
            }
            assertThat(source.receive(10, MOMENT)).isEmpty();
        }
    }

    @Test
    void handsOutNoMessageThatIsLeased() throws InterruptedException {
        announce(location("leased"));
        try (NotificationSource source = openSource()) {
            ReceivedMessage message = one(source);
            assertThat(source.receive(10, MOMENT)).isEmpty();
            message.acknowledgement().confirm();
        }
    }

    @Test
    void handsOutAtOnceWhatIsGivenBackWithoutDelay() throws InterruptedException {
        announce(location("back"));
        try (NotificationSource source = openSource()) {
            ReceivedMessage first = one(source);
            first.acknowledgement().giveBack(Duration.ZERO);
            ReceivedMessage second = one(source);
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.receiveCount()).isEqualTo(2);
            second.acknowledgement().confirm();
        }
    }

    @Test
    void handsOutLaterWhatIsGivenBackWithADelay() throws InterruptedException {
        announce(location("later"));
        try (NotificationSource source = openSource()) {
            one(source).acknowledgement().giveBack(Duration.ofSeconds(3));
            assertThat(source.receive(1, MOMENT)).isEmpty();
            ReceivedMessage again = one(source);
            assertThat(again.receiveCount()).isEqualTo(2);
            again.acknowledgement().confirm();
        }
    }

    @Test
    void countsWhatIsWaitingLeasedAndDelayedWhereItCanSay() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            announce(location("counted-" + i));
        }
        try (NotificationSource source = openSource()) {
            ReceivedMessage leased = one(source);
            ReceivedMessage delayed = one(source);
            delayed.acknowledgement().giveBack(Duration.ofSeconds(2));
            OptionalLong remaining = source.remaining();
            if (remaining.isPresent()) {
                assertThat(remaining).hasValue(3);
            }
            leased.acknowledgement().confirm();
            for (ReceivedMessage rest : List.of(one(source), one(source))) {
                rest.acknowledgement().confirm();
            }
            if (remaining.isPresent()) {
                assertThat(source.remaining()).hasValue(0);
            }
        }
    }

    @Test
    void isMalformedWhatNobodyUnderstands() throws InterruptedException {
        announceNonsense();
        try (NotificationSource source = openSource()) {
            ReceivedMessage message = one(source);
            assertThat(message.notification()).isInstanceOf(Notification.Malformed.class);
            message.acknowledgement().giveBack(Duration.ZERO);
            assertThat(one(source).receiveCount()).as("it is still there").isEqualTo(2);
        }
    }

    @Test
    void settlesMessagesFromOtherThreads() throws Exception {
        for (int i = 0; i < 4; i++) {
            announce(location("thread-" + i));
        }
        try (NotificationSource source = openSource()) {
            List<Thread> threads = new ArrayList<>();
            for (int settled = 0; settled < 4; settled++) {
                ReceivedMessage message = one(source);
                Thread thread = new Thread(() -> message.acknowledgement().confirm());
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(source.receive(10, MOMENT)).isEmpty();
        }
    }

    private static ReceivedMessage one(NotificationSource source) throws InterruptedException {
        List<ReceivedMessage> messages = source.receive(1, PATIENCE);
        assertThat(messages).as("a message within %s", PATIENCE).hasSize(1);
        return messages.get(0);
    }
}
