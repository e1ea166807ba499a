package org.ocsf4j.aws.sqs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Long polls on a thread of its own, so that whoever waits can be interrupted, which a blocking HTTP client cannot. What a
 * poll brings after nobody waits any more is given back at once.
 */
final class MessagePoll implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessagePoll.class);

    private final SqsQueue queue;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DaemonThreads("ocsf4j-sqs-receive"));
    private volatile @Nullable CompletableFuture<List<Message>> pending;

    MessagePoll(SqsQueue queue) {
        this.queue = queue;
    }

    List<Message> await(int max, int waitSeconds, Duration visibility) throws InterruptedException {
        CompletableFuture<List<Message>> answer = new CompletableFuture<>();
        pending = answer;
        try {
            thread.execute(() -> poll(answer, max, waitSeconds, visibility));
        } catch (RejectedExecutionException e) {
            return List.of(); // closed meanwhile
        }
        try {
            return answer.get();
        } catch (InterruptedException e) {
            if (answer.cancel(false)) {
                throw e;
            }
            Thread.currentThread().interrupt(); // the messages came first and are the caller's
            return answer.join();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OcsfException failure) {
                throw failure;
            }
            throw new IllegalStateException("[" + queue + "] the poll failed", e.getCause());
        }
    }

    /** Whoever waits gets nothing; the thread ends with the poll that is under way. */
    @Override
    public void close() {
        thread.shutdownNow();
        CompletableFuture<List<Message>> answer = pending;
        if (answer != null) {
            answer.complete(List.of());
        }
    }

    private void poll(CompletableFuture<List<Message>> answer, int max, int waitSeconds, Duration visibility) {
        if (answer.isDone()) {
            return;
        }
        try {
            List<Message> messages = queue.receive(max, waitSeconds, visibility);
            if (!answer.complete(messages) && !messages.isEmpty()) {
                giveBack(messages);
            }
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private void giveBack(List<Message> messages) {
        try {
            queue.changeVisibility(
                    messages.stream().map(Message::receiptHandle).toList(), Duration.ZERO, LeaseKeeper.SETTLE_TIMEOUT);
        } catch (OcsfException e) {
            LOG.warn(
                    "[{}] {} messages not given back, their leases run out; {}",
                    queue,
                    messages.size(),
                    e.getMessage());
        }
    }
}
