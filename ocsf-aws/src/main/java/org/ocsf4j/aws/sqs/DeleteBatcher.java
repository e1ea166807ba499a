package org.ocsf4j.aws.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.sqs.SqsQueue.EntryResult;
import org.ocsf4j.aws.sqs.SqsQueue.Outcome;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;

/**
 * Deletes messages in groups at no delay: while one call is under way, those who come wait, and the first of them takes the
 * others along in the next call.
 */
final class DeleteBatcher {

    private static final int ATTEMPTS = 4;
    private static final long FIRST_BACKOFF_MILLIS = 100;

    private final SqsQueue queue;
    private final Queue<Deletion> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock calling = new ReentrantLock();

    DeleteBatcher(SqsQueue queue) {
        this.queue = queue;
    }

    /**
     * Returns once the queue has answered: true where the message is deleted, false where the handle is not valid.
     *
     * @throws OcsfException where it did not answer or refused the call
     */
    boolean delete(String messageId, String receiptHandle) {
        Deletion deletion = new Deletion(receiptHandle);
        waiting.add(deletion);
        calling.lock();
        try {
            while (!deletion.settled) {
                callOnce();
            }
        } finally {
            calling.unlock();
        }
        if (deletion.failure != null) {
            throw rethrown(messageId, deletion.failure);
        }
        return deletion.deleted;
    }

    private void callOnce() {
        List<Deletion> batch = new ArrayList<>(SqsQueue.BATCH);
        while (batch.size() < SqsQueue.BATCH) {
            Deletion next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        for (int attempt = 1; !batch.isEmpty(); attempt++) {
            batch = notYetSettled(batch, attempt == ATTEMPTS);
        }
    }

    /** One call for all of them; what is left is to be tried again. */
    private List<Deletion> notYetSettled(List<Deletion> batch, boolean last) {
        List<Deletion> again = new ArrayList<>();
        try {
            EntryResult[] results = queue.delete(
                    batch.stream().map(deletion -> deletion.receiptHandle).toList(), LeaseKeeper.SETTLE_TIMEOUT);
            for (int i = 0; i < results.length; i++) {
                if (results[i].outcome() != Outcome.TRY_AGAIN) {
                    batch.get(i).settle(results[i].outcome() == Outcome.DONE, null);
                } else if (last) {
                    batch.get(i)
                            .settle(
                                    false,
                                    new UnavailableException("[" + queue + "] the deletion of one message failed; "
                                            + results[i].code() + "; try again"));
                } else {
                    again.add(batch.get(i));
                }
            }
            if (!again.isEmpty()) {
                backOff();
            }
            return again;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            again.forEach(deletion -> deletion.settle(false, e));
            return List.of();
        } catch (RuntimeException | Error e) {
            batch.forEach(deletion -> deletion.settle(false, e)); // nobody may be left waiting
            return List.of();
        }
    }

    private static void backOff() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_BACKOFF_MILLIS, 3 * FIRST_BACKOFF_MILLIS));
    }

    /** A new exception for each who waits, with a stack trace of its own. */
    private static OcsfException rethrown(String messageId, Throwable failure) {
        String text = "[message " + messageId + "] the deletion is not confirmed, the message comes again; "
                + failure.getMessage();
        return failure instanceof ConfigurationException
                ? new ConfigurationException(text, failure)
                : new UnavailableException(text, failure);
    }

    /** One who waits. Guarded by {@link #calling}. */
    private static final class Deletion {

        private final String receiptHandle;
        private boolean settled;
        private boolean deleted;
        private @Nullable Throwable failure;

        private Deletion(String receiptHandle) {
            this.receiptHandle = receiptHandle;
        }

        private void settle(boolean deleted, @Nullable Throwable failure) {
            this.settled = true;
            this.deleted = deleted;
            this.failure = failure;
        }
    }
}
