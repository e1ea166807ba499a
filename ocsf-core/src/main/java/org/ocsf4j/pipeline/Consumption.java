package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.Remedy;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.retry.ExponentialDelay;

/**
 * One run over a source: receives no more than can be read, hands messages to the readers, and ends when it is told to, when
 * the set-up turns out to be wrong, or when nothing is left.
 */
final class Consumption {

    /** The most messages that one receive asks for; SQS allows no more. */
    private static final int MAX_RECEIVE = 10;

    /** After so many tries in one run, a message counts as one that will stay: an until-empty run ends without it. */
    private static final int UNTIL_EMPTY_TRIES = 5;

    private static final Duration UNTIL_EMPTY_WAIT = Duration.ofSeconds(1);
    private static final Duration DESTINATION_LOOK = Duration.ofMillis(100);
    private static final ExponentialDelay RECEIVE_RETRY =
            new ExponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(30));

    private final NotificationSource source;
    private final PipelineObserver observer;
    private final PipelineOptions options;
    private final ExecutorService readers;
    private final BooleanSupplier destinationReady;
    private final MessageHandler handler;
    private final RunTotals totals = new RunTotals();
    private final CountDownLatch stopped = new CountDownLatch(1);

    // guarded by this
    private int inProgress;
    private final Set<Thread> working = new HashSet<>();
    private boolean aborting;

    Consumption(
            NotificationSource source,
            ObjectRun objects,
            PipelineObserver observer,
            PipelineOptions options,
            ExecutorService readers,
            BooleanSupplier destinationReady) {
        this.source = source;
        this.observer = observer;
        this.options = options;
        this.readers = readers;
        this.destinationReady = destinationReady;
        this.handler = new MessageHandler(objects, observer, totals, options.redelivery(), this::wrongSetUp);
    }

    RunReport run(boolean untilEmpty) {
        boolean shorten = untilEmpty && options.receiveWait().compareTo(UNTIL_EMPTY_WAIT) > 0;
        Duration wait = shorten ? UNTIL_EMPTY_WAIT : options.receiveWait();
        try {
            int failures = 0;
            while (!isStopping()) {
                int room = awaitRoom();
                awaitDestination();
                if (isStopping()) {
                    break; // told so while there was no room
                }
                try {
                    List<ReceivedMessage> messages = source.receive(room, wait);
                    failures = 0;
                    messages.forEach(this::start);
                    if (messages.isEmpty() && untilEmpty && isEmpty()) {
                        break;
                    }
                } catch (RuntimeException e) {
                    OcsfException failure = e instanceof OcsfException known ? known : unexpected(e);
                    if (failure.remedy() == Remedy.STOP) {
                        wrongSetUp(failure);
                    } else {
                        Duration delay = RECEIVE_RETRY.after(++failures);
                        observer.receiveFailed(failure, delay);
                        if (stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                            break;
                        }
                    }
                }
            }
            awaitIdle(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            abort();
            awaitIdleUninterruptibly();
            Thread.currentThread().interrupt();
        }
        return totals.report();
    }

    /** Stops receiving; true where everything in progress ended in time, otherwise it is aborted. */
    boolean drain(Duration patience) throws InterruptedException {
        stopped.countDown();
        boolean ended = awaitIdle(patience.toNanos());
        if (!ended) {
            abort();
        }
        return ended;
    }

    /** Stops receiving and interrupts what is in progress; the messages go back at once. */
    synchronized void abort() {
        stopped.countDown();
        aborting = true;
        working.forEach(Thread::interrupt);
    }

    private static OcsfException unexpected(RuntimeException defect) {
        return new UnavailableException(
                "[source] unexpected failure; " + defect + "; if it persists, report a defect with the stack trace",
                defect);
    }

    private void wrongSetUp(OcsfException failure) {
        if (totals.stopped(failure)) {
            observer.stopped(failure);
        }
        stopped.countDown();
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private void start(ReceivedMessage message) {
        observer.messageReceived(message);
        synchronized (this) {
            inProgress++;
        }
        try {
            readers.execute(() -> handle(message));
        } catch (RejectedExecutionException closing) {
            handler.giveBackUnread(message);
            ended();
        }
    }

    private void handle(ReceivedMessage message) {
        try {
            if (begin()) {
                handler.handle(message);
            } else {
                handler.giveBackUnread(message);
            }
        } finally {
            ended();
        }
    }

    /** False where the message is not to be begun any more. */
    private synchronized boolean begin() {
        if (aborting || isStopping()) {
            return false;
        }
        working.add(Thread.currentThread());
        return true;
    }

    private synchronized void ended() {
        working.remove(Thread.currentThread());
        Thread.interrupted(); // an abort that came after the last step concerns no later message
        inProgress--;
        notifyAll();
    }

    /** Waits until at least one message can be taken, and says how many. */
    private synchronized int awaitRoom() throws InterruptedException {
        while (inProgress >= options.objectsAtOnce()) {
            wait();
        }
        return Math.min(MAX_RECEIVE, options.objectsAtOnce() - inProgress);
    }

    /** While the destination turns everything away, nothing is received that could only be held. */
    private void awaitDestination() throws InterruptedException {
        while (!destinationReady.getAsBoolean() && !isStopping()) {
            stopped.await(DESTINATION_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isEmpty() {
        synchronized (this) {
            if (inProgress > 0) {
                return false;
            }
        }
        if (totals.awaitsDelayed(UNTIL_EMPTY_TRIES)) {
            return false;
        }
        OptionalLong remaining = source.remaining();
        return remaining.isEmpty() || remaining.getAsLong() <= totals.leftAfter(UNTIL_EMPTY_TRIES);
    }

    private synchronized boolean awaitIdle(long patienceNanos) throws InterruptedException {
        long start = System.nanoTime();
        while (inProgress > 0) {
            long left = patienceNanos - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, Math.min(TimeUnit.NANOSECONDS.toMillis(left), TimeUnit.HOURS.toMillis(1))));
        }
        return true;
    }

    private void awaitIdleUninterruptibly() {
        while (true) {
            try {
                awaitIdle(Long.MAX_VALUE);
                return;
            } catch (InterruptedException again) {
                abort();
            }
        }
    }
}
