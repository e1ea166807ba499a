package org.ocsf4j.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectStore;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.stage.EventStage;

/**
 * Carries events from announced objects to a sink and settles every row:
 * {@code read = indexed + already present + dead-lettered + filtered}, or the notification is not acknowledged.
 *
 * <pre>{@code
 * try (OcsfPipeline pipeline = OcsfPipeline.builder()
 *         .source(source).objectStore(store).decoder(decoder).sink(sink).deadLetters(deadLetters)
 *         .build()) {
 *     pipeline.run();
 * }
 * }</pre>
 *
 * <p>Delivery is at least once, documents are effectively once: ids are a pure function of the object and the row, so a
 * retry, a redelivery and a crash all write the same documents.
 *
 * <p>Thread-safe. {@link Builder#build()} starts nothing; threads start with the first object. The pipeline closes none of the parts
 * that it was given.
 */
public final class OcsfPipeline implements AutoCloseable {

    private final @Nullable NotificationSource source;
    private final PipelineOptions options;
    private final ExecutorService readers;
    private final ExecutorService writers;
    private final EventSink sink;
    private final ObjectRun objects;
    private final PipelineObserver observer;
    private volatile @Nullable Consumption consumption;
    private volatile boolean closed;

    private OcsfPipeline(Builder parts) {
        source = parts.source;
        options = parts.options;
        List<PipelineObserver> observers = new ArrayList<>(parts.observers);
        observers.add(new LoggingObserver());
        observer = PipelineObserver.all(observers);
        readers = threads(parts.executor, "ocsf-reader", options.objectsAtOnce());
        writers = threads(parts.executor, "ocsf-writer", options.batchesInFlight() - options.objectsAtOnce());
        BatchPool pool = new BatchPool(options.batchesInFlight(), options.batchBytes(), options.batchEvents());
        objects = new ObjectRun(parts, observer, pool, writers);
        sink = parts.sink();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Consumes the source until {@link #drain} or {@link #close} is called from another thread, the calling thread is
     * interrupted, or the set-up turns out to be wrong ({@link RunReport#stopCause()}).
     *
     * @throws IllegalStateException where there is no source, the pipeline runs already, or it is closed
     */
    public RunReport run() {
        return consume(false);
    }

    /**
     * Consumes the source until it holds nothing more, leased and delayed messages included, as far as the source can say;
     * otherwise until one receive brings nothing while nothing is in progress.
     *
     * @throws IllegalStateException as {@link #run()}
     */
    public RunReport runUntilEmpty() {
        return consume(true);
    }

    /**
     * Reads one object and settles its rows, on the calling thread. For a Lambda function, a backfill, a test.
     *
     * @throws InterruptedException where the calling thread was interrupted; the object is not settled
     */
    public ObjectReport process(ObjectNotification notification) throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the pipeline is closed");
        }
        return objects.run(notification, 1, () -> false, Deadline.NONE);
    }

    /**
     * Reads one object for as long as there is time. Once less than {@link PipelineOptions#grace()} remains no further rows are
     * read; where those that were read are settled, the report is {@link ObjectReport.State#CONTINUES} and its
     * {@link ObjectReport#continuation()} announces the others. What cannot be written in the time that remains is interrupted,
     * and the object is not settled.
     *
     * @param attempt how often the object has been announced, from 1
     * @param remaining how much time there is, asked again and again, such as a Lambda function's
     * @throws InterruptedException where the calling thread was interrupted; the object is not settled
     */
    public ObjectReport process(ObjectNotification notification, int attempt, Supplier<Duration> remaining)
            throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the pipeline is closed");
        }
        return objects.run(notification, attempt, () -> false, new Deadline(remaining, options.grace()));
    }

    /**
     * Stops receiving and waits for what is in progress. What has not ended by then is interrupted and its messages are made
     * receivable again at once.
     *
     * @return whether everything in progress had ended in time
     */
    public boolean drain(Duration patience) throws InterruptedException {
        Consumption running = consumption;
        return running == null || running.drain(patience);
    }

    /** Stops at once: what is in progress is interrupted and given back. Returns when the pipeline's threads have ended. */
    @Override
    public void close() {
        Consumption running;
        synchronized (this) { // a run begins either before, and is aborted, or not at all
            closed = true;
            running = consumption;
        }
        if (running != null) {
            running.abort();
        }
        readers.shutdown(); // what was handed over and not begun gives its message back
        for (Runnable unwritten : writers.shutdownNow()) {
            ((InFlight.Write) unwritten).cancel();
        }
        try {
            awaitEnd(readers);
            awaitEnd(writers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(ExecutorService threads) throws InterruptedException {
        // a sink or a store that ignores interrupts ends with its own time-out
        boolean ended = threads.awaitTermination(1, TimeUnit.MINUTES);
        if (!ended) {
            throw new IllegalStateException("threads did not end within a minute; " + threads);
        }
    }

    private RunReport consume(boolean untilEmpty) {
        NotificationSource from = source;
        if (from == null) {
            throw new IllegalStateException(
                    "the pipeline has no source; give it one in the builder, or call process()");
        }
        Consumption mine;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the pipeline is closed");
            }
            if (consumption != null) {
                throw new IllegalStateException("the pipeline runs already");
            }
            mine = new Consumption(from, objects, observer, options, readers, sink::isReady);
            consumption = mine;
        }
        try {
            return mine.run(untilEmpty);
        } finally {
            consumption = null;
        }
    }

    private static ExecutorService threads(@Nullable Executor callers, String name, int count) {
        if (callers != null) {
            return new BoundedExecutor(callers, count);
        }
        int[] made = new int[1];
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(count, count, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + ++made[0]);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Collects the parts; {@link #build()} checks that they are there. Not thread-safe. */
    public static final class Builder {

        private @Nullable NotificationSource source;
        private @Nullable ObjectStore objectStore;
        private @Nullable EventDecoder decoder;
        private final List<EventStage> stages = new ArrayList<>();
        private @Nullable EventSink sink;
        private @Nullable DeadLetterSink deadLetters;
        private final List<PipelineObserver> observers = new ArrayList<>();
        private PipelineOptions options = PipelineOptions.defaults();
        private Clock clock = Clock.systemUTC();
        private @Nullable Executor executor;

        private Builder() {}

        /** Where announcements come from. The default is nowhere: only {@link OcsfPipeline#process} works then. */
        public Builder source(NotificationSource notificationSource) {
            source = Objects.requireNonNull(notificationSource, "source");
            return this;
        }

        /** Where the announced objects are opened. There is no default. */
        public Builder objectStore(ObjectStore store) {
            objectStore = Objects.requireNonNull(store, "objectStore");
            return this;
        }

        /** What makes events of an object's rows. There is no default. */
        public Builder decoder(EventDecoder eventDecoder) {
            decoder = Objects.requireNonNull(eventDecoder, "decoder");
            return this;
        }

        /**
         * Adds a stage that events pass between decoder and sink, behind those added before. The default is none. Counts by class
         * in reports are those of events as they were read.
         */
        public Builder stage(EventStage stage) {
            stages.add(Objects.requireNonNull(stage, "stage"));
            return this;
        }

        /** Where the events go. There is no default. */
        public Builder sink(EventSink eventSink) {
            sink = Objects.requireNonNull(eventSink, "sink");
            return this;
        }

        /** Where what cannot be delivered is kept. There is no default. */
        public Builder deadLetters(DeadLetterSink deadLetterSink) {
            deadLetters = Objects.requireNonNull(deadLetterSink, "deadLetters");
            return this;
        }

        /** Adds an observer. The default is one that writes log lines, which is always there. */
        public Builder observer(PipelineObserver observer) {
            observers.add(Objects.requireNonNull(observer, "observer"));
            return this;
        }

        /** Sizes, times and limits. The default is {@link PipelineOptions#defaults()}. */
        public Builder options(PipelineOptions pipelineOptions) {
            options = Objects.requireNonNull(pipelineOptions, "options");
            return this;
        }

        /**
         * Runs reading and writing. The default is threads of the pipeline's own. It must run {@link PipelineOptions#batchesInFlight()}
         * tasks at a time beside what else it does, or the pipeline stands still: a cached pool, or a thread for each task. The
         * caller shuts it down after {@link OcsfPipeline#close()}.
         */
        public Builder executor(Executor callersExecutor) {
            executor = Objects.requireNonNull(callersExecutor, "executor");
            return this;
        }

        /** For reports and dead letters; never part of an id or an index. The default is the system's clock. */
        public Builder clock(Clock systemClock) {
            clock = Objects.requireNonNull(systemClock, "clock");
            return this;
        }

        /**
         * Checks that every part is there; starts nothing.
         *
         * @throws IllegalStateException where a part is missing
         */
        public OcsfPipeline build() {
            return new OcsfPipeline(this);
        }

        ObjectStore objectStore() {
            return required("objectStore", objectStore);
        }

        EventDecoder decoder() {
            return required("decoder", decoder);
        }

        List<EventStage> stages() {
            return stages;
        }

        EventSink sink() {
            return required("sink", sink);
        }

        DeadLetterSink deadLetters() {
            return required("deadLetters", deadLetters);
        }

        PipelineOptions options() {
            return options;
        }

        Clock clock() {
            return clock;
        }

        private static <T> T required(String name, @Nullable T part) {
            if (part == null) {
                throw new IllegalStateException("the pipeline needs " + name + "; call " + name + "(…) before build()");
            }
            return part;
        }
    }
}
