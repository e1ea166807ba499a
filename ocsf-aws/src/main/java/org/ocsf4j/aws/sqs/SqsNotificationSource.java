package org.ocsf4j.aws.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.internal.SentTimestamp;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ReceivedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Notifications out of an SQS standard queue.
 *
 * <p>Each message is leased from the moment of its receipt: its visibility timeout is extended at once, then every third of
 * the timeout, whether it is worked on or waits. A failed extension is tried again. Once SQS refuses a receipt handle, or a
 * lease ran out before it could be extended, its acknowledgement {@linkplain
 * org.ocsf4j.notification.Acknowledgement#isLost() is lost} and deletes nothing.
 *
 * <p>Confirmations that come together are deleted together. A message that nobody settles comes again when its lease has run
 * out; the queue's redrive policy counts that and moves it in the end, so the queue should have one.
 *
 * <p>{@link #receive} is called from one thread at a time, may be interrupted, and gives back what arrives after that.
 * Everything else is thread-safe. The client is the caller's, who closes it after this.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html">Visibility
 *     timeout</a>
 */
public final class SqsNotificationSource implements NotificationSource {

    private static final Logger LOG = LoggerFactory.getLogger(SqsNotificationSource.class);

    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);
    private static final QueueAttributeName[] COUNTS = {
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED
    };

    private final SqsQueue queue;
    private final NotificationParser parser;
    private final @Nullable Duration visibilityTimeout;
    private final DeleteBatcher deletes;
    private final MessagePoll poll;
    private final Object lifecycle = new Object();
    private @Nullable LeaseKeeper keeper;
    private boolean closed;

    private SqsNotificationSource(Builder builder, String queueUrl) {
        queue = new SqsQueue(builder.client, queueUrl);
        parser = builder.parser;
        visibilityTimeout = builder.visibilityTimeout;
        deletes = new DeleteBatcher(queue);
        poll = new MessagePoll(queue);
    }

    /** A source that calls SQS with {@code client}, which stays open. */
    public static Builder builder(SqsClient client) {
        return new Builder(client);
    }

    /**
     * {@inheritDoc}
     *
     * <p>At most 10 messages come at a time. {@code wait} counts in whole seconds, rounded up.
     */
    @Override
    public List<ReceivedMessage> receive(int max, Duration wait) throws InterruptedException {
        if (max < 1) {
            throw new IllegalArgumentException("[" + queue + "] max is below 1; " + max);
        }
        LeaseKeeper leases = keeper();
        leases.throwRefusal();
        long seconds = wait.isNegative() ? 0 : wait.plusSeconds(1).minusNanos(1).toSeconds();
        List<Message> messages;
        do {
            long part = Math.min(seconds, LONGEST_POLL.toSeconds());
            messages = poll.await(Math.min(max, SqsQueue.BATCH), (int) part, leases.visibility());
            seconds -= part;
        } while (messages.isEmpty() && seconds > 0 && !isClosed());
        return leased(messages, leases);
    }

    /** Visible, leased and delayed messages together, as SQS counts them: approximately. */
    @Override
    public OptionalLong remaining() {
        try {
            Map<QueueAttributeName, String> counts = queue.attributes(COUNTS);
            long sum = 0;
            for (QueueAttributeName name : COUNTS) {
                sum += Long.parseLong(counts.getOrDefault(name, ""));
            }
            return OptionalLong.of(sum);
        } catch (OcsfException | NumberFormatException e) {
            LOG.warn("[{}] the queue does not say how much it holds; {}", queue, e.getMessage());
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        synchronized (lifecycle) {
            closed = true;
            if (keeper != null) {
                keeper.close();
            }
        }
        poll.close();
    }

    private List<ReceivedMessage> leased(List<Message> messages, LeaseKeeper leases) {
        long heldUntilNanos = System.nanoTime() + leases.visibility().toNanos();
        LeaseGroup group = new LeaseGroup(queue, leases);
        List<ReceivedMessage> received = new ArrayList<>(messages.size());
        for (Message message : messages) {
            MessageLease lease =
                    new MessageLease(message.messageId(), message.receiptHandle(), group, deletes, heldUntilNanos);
            group.add(lease);
            received.add(new ReceivedMessage(
                    message.messageId(),
                    receiveCount(message),
                    parser.parse(message.body().getBytes(StandardCharsets.UTF_8)),
                    lease,
                    SentTimestamp.of(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))));
        }
        if (!received.isEmpty()) {
            leases.hold(group);
        }
        return received;
    }

    private static int receiveCount(Message message) {
        String count = message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        try {
            return Math.max(1, Integer.parseInt(count));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private boolean isClosed() {
        synchronized (lifecycle) {
            return closed;
        }
    }

    private LeaseKeeper keeper() {
        synchronized (lifecycle) {
            if (closed) {
                throw new IllegalStateException("[" + queue + "] the source is closed");
            }
            if (keeper == null) {
                keeper = new LeaseKeeper(visibilityTimeout == null ? queuesVisibilityTimeout() : visibilityTimeout);
            }
            return keeper;
        }
    }

    private Duration queuesVisibilityTimeout() {
        String seconds = queue.attributes(QueueAttributeName.VISIBILITY_TIMEOUT)
                .getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "0");
        if (!seconds.matches("[0-9]{1,5}") || Integer.parseInt(seconds) == 0) {
            throw new ConfigurationException("[" + queue + "] the queue's visibility timeout leaves no time for work; "
                    + seconds + " s; set it to some minutes");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }

    /** Collects the options of a source. Not thread-safe. */
    public static final class Builder {

        private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);

        private final SqsClient client;
        private @Nullable String queueUrl;
        private @Nullable Duration visibilityTimeout;
        private NotificationParser parser = new NotificationParser();

        private Builder(SqsClient client) {
            this.client = Objects.requireNonNull(client, "client");
        }

        /** The URL of a standard queue. There is no default. */
        public Builder queueUrl(String url) {
            queueUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /** For how long a lease is taken and extended each time, 1 s to 12 h. The default is the queue's own. */
        public Builder visibilityTimeout(@Nullable Duration timeout) {
            if (timeout != null
                    && (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST_VISIBILITY) > 0)) {
                throw new IllegalArgumentException(
                        "[SQS source] visibilityTimeout is not between 1 s and 12 h; " + timeout);
            }
            visibilityTimeout = timeout;
            return this;
        }

        /** What understands the bodies and holds the allow-list. The default admits Security Lake's buckets. */
        public Builder parser(NotificationParser parser) {
            this.parser = Objects.requireNonNull(parser, "parser");
            return this;
        }

        /**
         * Calls nothing and starts nothing yet.
         *
         * @throws ConfigurationException where there is no queue, or a FIFO queue
         */
        public SqsNotificationSource build() {
            if (queueUrl == null || queueUrl.isBlank()) {
                throw new ConfigurationException("[SQS source] there is no queueUrl; give the URL of a standard queue");
            }
            if (queueUrl.endsWith(".fifo")) {
                throw new ConfigurationException(
                        "[" + queueUrl + "] this is a FIFO queue; S3, EventBridge and Security Lake"
                                + " send to standard queues, and order is not needed; give a standard queue");
            }
            return new SqsNotificationSource(this, queueUrl);
        }
    }
}
