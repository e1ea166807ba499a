package org.ocsf4j.aws.sqs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Acknowledgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hold on one received message. Its group extends it for as long as it is {@link State#HELD}. */
final class MessageLease implements Acknowledgement {

    private static final Logger LOG = LoggerFactory.getLogger(MessageLease.class);

    /** The way is from top to bottom; a failed {@code confirm()} leaves a lease in SETTLING, to run out or be tried again. */
    private enum State {
        HELD,
        SETTLING,
        DELETED,
        LOST
    }

    private final String messageId;
    private final String receiptHandle;
    private final LeaseGroup group;
    private final DeleteBatcher deletes;
    private final AtomicReference<State> state = new AtomicReference<>(State.HELD);

    private volatile long heldUntilNanos;

    MessageLease(String messageId, String receiptHandle, LeaseGroup group, DeleteBatcher deletes, long heldUntilNanos) {
        this.messageId = messageId;
        this.receiptHandle = receiptHandle;
        this.group = group;
        this.deletes = deletes;
        this.heldUntilNanos = heldUntilNanos;
    }

    @Override
    public void confirm() {
        if (!beginsToSettle()) {
            if (state.get() == State.DELETED) {
                return;
            }
            throw new UnavailableException(
                    "[message " + messageId + "] the lease is lost, somebody else may have received"
                            + " the message; not deleted; it comes again");
        }
        if (deletes.delete(messageId, receiptHandle)) {
            state.set(State.DELETED);
            return;
        }
        state.set(State.LOST);
        throw new UnavailableException(
                "[message " + messageId + "] the receipt handle is no longer valid; not deleted; it comes again");
    }

    @Override
    public void giveBack(Duration delay) {
        if (beginsToSettle()) {
            group.giveBack(this, delay);
        }
    }

    @Override
    public boolean isLost() {
        return state.get() == State.LOST;
    }

    String receiptHandle() {
        return receiptHandle;
    }

    String messageId() {
        return messageId;
    }

    boolean isHeld() {
        return state.get() == State.HELD;
    }

    boolean ranOut(long nowNanos) {
        return nowNanos - heldUntilNanos >= 0;
    }

    void extendTo(long untilNanos) {
        heldUntilNanos = untilNanos;
    }

    void lose(String why) {
        if (state.compareAndSet(State.HELD, State.LOST)) {
            LOG.warn("[message {}] the lease is lost; {}; the message comes again", messageId, why);
        }
    }

    private boolean beginsToSettle() {
        if (ranOut(System.nanoTime())) {
            lose("it ran out before it was settled");
        }
        return state.compareAndSet(State.HELD, State.SETTLING) || state.get() == State.SETTLING;
    }
}
