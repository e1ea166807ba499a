package org.ocsf4j.aws.sqs;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the extension of leases: at once after the receive, then every third of the visibility timeout, and sooner after a
 * failure. Two extensions may fail before a lease runs out.
 */
final class LeaseKeeper implements AutoCloseable {

    /** How long a deletion or a giving back may take. */
    static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** More than one, so that a call that hangs holds up no other group. */
    private static final int THREADS = 2;

    private static final int EXTENSIONS_PER_TIMEOUT = 3;
    private static final int RETRIES_PER_TIMEOUT = 12;
    private static final Duration LONGEST_RETRY_DELAY = Duration.ofSeconds(5);

    private final Duration visibility;
    private final ScheduledThreadPoolExecutor threads;
    private final AtomicReference<@Nullable ConfigurationException> refusal = new AtomicReference<>();

    LeaseKeeper(Duration visibility) {
        this.visibility = visibility;
        threads = new ScheduledThreadPoolExecutor(THREADS, new DaemonThreads("ocsf4j-sqs-lease"));
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Duration visibility() {
        return visibility;
    }

    /** A call that takes longer is of no use: the next one is due. */
    Duration extensionTimeout() {
        return visibility.dividedBy(EXTENSIONS_PER_TIMEOUT);
    }

    void hold(LeaseGroup group) {
        schedule(group, Duration.ZERO);
    }

    void again(LeaseGroup group, boolean extended) {
        Duration soon = visibility.dividedBy(RETRIES_PER_TIMEOUT);
        Duration retry = soon.compareTo(LONGEST_RETRY_DELAY) > 0 ? LONGEST_RETRY_DELAY : soon;
        schedule(group, extended ? visibility.dividedBy(EXTENSIONS_PER_TIMEOUT) : retry);
    }

    void failed(RuntimeException failure) {
        if (threads.isShutdown()) {
            return; // interrupted by close()
        }
        LOG.warn("leases not extended, tried again until they run out; {}", failure.getMessage());
        LOG.debug("leases not extended", failure);
        if (failure instanceof ConfigurationException refused) {
            refusal.set(refused);
        }
    }

    /** Throws, once, what an extension was refused with. */
    void throwRefusal() {
        ConfigurationException refused = refusal.getAndSet(null);
        if (refused != null) {
            throw new ConfigurationException(String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void schedule(LeaseGroup group, Duration delay) {
        try {
            var unused = threads.schedule(group, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("leases end with the source");
        }
    }
}
