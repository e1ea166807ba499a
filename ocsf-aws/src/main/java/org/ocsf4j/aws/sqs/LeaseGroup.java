package org.ocsf4j.aws.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.ocsf4j.aws.sqs.SqsQueue.EntryResult;
import org.ocsf4j.failure.OcsfException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of one receive, extended together in one call. */
final class LeaseGroup implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseGroup.class);

    /** The longest that SQS hides a message. */
    private static final Duration MAX_DELAY = Duration.ofHours(12);

    private final SqsQueue queue;
    private final LeaseKeeper keeper;
    private final List<MessageLease> leases = new ArrayList<>(SqsQueue.BATCH);
    /** Keeps an extension under way from hiding again what was given back meanwhile. */
    private final ReentrantLock calling = new ReentrantLock();

    LeaseGroup(SqsQueue queue, LeaseKeeper keeper) {
        this.queue = queue;
        this.keeper = keeper;
    }

    /** Before the first {@link #run()}. */
    void add(MessageLease lease) {
        leases.add(lease);
    }

    /** Extends what is still held, then asks to run again. */
    @Override
    public void run() {
        boolean extended;
        calling.lock();
        try {
            extended = extend(stillHeld(System.nanoTime()));
        } finally {
            calling.unlock();
        }
        if (leases.stream().anyMatch(MessageLease::isHeld)) {
            keeper.again(this, extended);
        }
    }

    void giveBack(MessageLease lease, Duration delay) {
        Duration hidden = delay.isNegative() ? Duration.ZERO : delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
        calling.lock();
        try {
            EntryResult result =
                    queue.changeVisibility(List.of(lease.receiptHandle()), hidden, LeaseKeeper.SETTLE_TIMEOUT)[0];
            if (result.outcome() != SqsQueue.Outcome.DONE) {
                LOG.warn("[message {}] not given back, its lease runs out; {}", lease.messageId(), result.code());
            }
        } catch (OcsfException e) {
            LOG.warn("[message {}] not given back, its lease runs out; {}", lease.messageId(), e.getMessage());
        } finally {
            calling.unlock();
        }
    }

    /** SQS may say yes to a handle whose time is over, so our own clock counts as well. */
    private List<MessageLease> stillHeld(long nowNanos) {
        List<MessageLease> held = new ArrayList<>(leases.size());
        for (MessageLease lease : leases) {
            if (!lease.isHeld()) {
                continue;
            }
            if (lease.ranOut(nowNanos)) {
                lease.lose("it ran out before it could be extended");
            } else {
                held.add(lease);
            }
        }
        return held;
    }

    /** True unless something is to be tried again soon. */
    private boolean extend(List<MessageLease> held) {
        if (held.isEmpty()) {
            return true;
        }
        long sentNanos = System.nanoTime();
        EntryResult[] results;
        try {
            results = queue.changeVisibility(
                    held.stream().map(MessageLease::receiptHandle).toList(),
                    keeper.visibility(),
                    keeper.extensionTimeout());
        } catch (RuntimeException e) {
            keeper.failed(e);
            return false;
        }
        boolean all = true;
        for (int i = 0; i < results.length; i++) {
            switch (results[i].outcome()) {
                case DONE ->
                    held.get(i).extendTo(sentNanos + keeper.visibility().toNanos());
                case TRY_AGAIN -> all = false;
                case REFUSED -> held.get(i).lose(results[i].code());
            }
        }
        return all;
    }
}
