package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.Objects;
import org.ocsf4j.retry.ExponentialDelay;

/** How a pipeline works: how much at a time, how long it waits, when it gives up. Immutable. */
public final class PipelineOptions {

    /** Objects read at a time. The default is {@value}. */
    public static final int DEFAULT_OBJECTS_AT_ONCE = 2;

    /** Bytes of JSON after which a batch goes to the sink. The default is 4 MiB. */
    public static final int DEFAULT_BATCH_BYTES = 4 << 20;

    /** Events after which a batch goes to the sink. The default is {@value}. */
    public static final int DEFAULT_BATCH_EVENTS = 10_000;

    /** Batches that exist at a time, being filled or being written, over all objects. The default is {@value}. */
    public static final int DEFAULT_BATCHES_IN_FLIGHT = 6;

    /** How long one receive waits for messages. The default is 20 s, the longest that SQS allows. */
    public static final Duration DEFAULT_RECEIVE_WAIT = Duration.ofSeconds(20);

    /** When a message that could not be settled comes again, by receive count. The default is 1 s, doubled up to 15 min. */
    public static final ExponentialDelay DEFAULT_REDELIVERY =
            new ExponentialDelay(Duration.ofSeconds(1), Duration.ofMinutes(15));

    /** How much time is kept for finishing when an object is read against a deadline. The default is 20 s. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(20);

    /** Share of one object's rows that may be refused before the set-up is blamed. The default is {@value}. */
    public static final double DEFAULT_TRIP_WIRE_SHARE = 0.2;

    /** Refused rows of one object below which the set-up is never blamed. The default is {@value}. */
    public static final long DEFAULT_TRIP_WIRE_ROWS = 100;

    private final Builder values;

    private PipelineOptions(Builder values) {
        this.values = values;
    }

    public static PipelineOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public int objectsAtOnce() {
        return values.objectsAtOnce;
    }

    public int batchBytes() {
        return values.batchBytes;
    }

    public int batchEvents() {
        return values.batchEvents;
    }

    public int batchesInFlight() {
        return values.batchesInFlight;
    }

    public Duration receiveWait() {
        return values.receiveWait;
    }

    public ExponentialDelay redelivery() {
        return values.redelivery;
    }

    public Duration grace() {
        return values.grace;
    }

    public double tripWireShare() {
        return values.tripWireShare;
    }

    public long tripWireRows() {
        return values.tripWireRows;
    }

    /** Collects options; {@link #build()} checks how they go together. Not thread-safe. */
    public static final class Builder {

        private int objectsAtOnce = DEFAULT_OBJECTS_AT_ONCE;
        private int batchBytes = DEFAULT_BATCH_BYTES;
        private int batchEvents = DEFAULT_BATCH_EVENTS;
        private int batchesInFlight = DEFAULT_BATCHES_IN_FLIGHT;
        private Duration receiveWait = DEFAULT_RECEIVE_WAIT;
        private ExponentialDelay redelivery = DEFAULT_REDELIVERY;
        private Duration grace = DEFAULT_GRACE;
        private double tripWireShare = DEFAULT_TRIP_WIRE_SHARE;
        private long tripWireRows = DEFAULT_TRIP_WIRE_ROWS;

        private Builder() {}

        /** Objects read at a time, each on a thread of its own. The default is {@value #DEFAULT_OBJECTS_AT_ONCE}. */
        public Builder objectsAtOnce(int objects) {
            objectsAtOnce = (int) positive("objectsAtOnce", objects);
            return this;
        }

        /** Bytes after which a batch goes to the sink. The default is 4 MiB. */
        public Builder batchBytes(int bytes) {
            batchBytes = (int) positive("batchBytes", bytes);
            return this;
        }

        /** Events after which a batch goes to the sink. The default is {@value #DEFAULT_BATCH_EVENTS}. */
        public Builder batchEvents(int events) {
            batchEvents = (int) positive("batchEvents", events);
            return this;
        }

        /**
         * Batches that exist at a time: the bound of memory between decoder and sink, about {@code batchesInFlight *
         * batchBytes}. At least one more than {@link #objectsAtOnce(int)}. The default is {@value #DEFAULT_BATCHES_IN_FLIGHT}.
         */
        public Builder batchesInFlight(int batches) {
            batchesInFlight = (int) positive("batchesInFlight", batches);
            return this;
        }

        /** How long one receive waits. The default is 20 s. */
        public Builder receiveWait(Duration wait) {
            if (wait.isNegative()) {
                throw new IllegalArgumentException("receiveWait is negative; " + wait);
            }
            receiveWait = wait;
            return this;
        }

        /** When a message that could not be settled comes again. The default is 1 s, doubled up to 15 min. */
        public Builder redelivery(ExponentialDelay delay) {
            redelivery = Objects.requireNonNull(delay, "redelivery");
            return this;
        }

        /**
         * How much time is kept for writing and reporting when {@link OcsfPipeline#process(
         * org.ocsf4j.notification.ObjectNotification, int, java.util.function.Supplier)} reads against a deadline. The default
         * is 20 s.
         */
        public Builder grace(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("grace is negative; " + time);
            }
            grace = time;
            return this;
        }

        /**
         * When refused rows mean that the set-up is wrong: more than {@code share} of one object's rows, and at least
         * {@code rows}. The pipeline then stops instead of filling the dead letters. The default is 0.2 and 100.
         */
        public Builder tripWire(double share, long rows) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("the trip wire's share is outside 0..1; " + share);
            }
            tripWireShare = share;
            tripWireRows = positive("the trip wire's rows", rows);
            return this;
        }

        public PipelineOptions build() {
            if (batchesInFlight <= objectsAtOnce) {
                throw new IllegalArgumentException(
                        "batchesInFlight must exceed objectsAtOnce, or nothing is written while" + " objects are read; "
                                + batchesInFlight + " <= " + objectsAtOnce);
            }
            Builder copy = new Builder();
            copy.objectsAtOnce = objectsAtOnce;
            copy.batchBytes = batchBytes;
            copy.batchEvents = batchEvents;
            copy.batchesInFlight = batchesInFlight;
            copy.receiveWait = receiveWait;
            copy.redelivery = redelivery;
            copy.grace = grace;
            copy.tripWireShare = tripWireShare;
            copy.tripWireRows = tripWireRows;
            return new PipelineOptions(copy);
        }

        private static long positive(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is below 1; " + value);
            }
            return value;
        }
    }
}
