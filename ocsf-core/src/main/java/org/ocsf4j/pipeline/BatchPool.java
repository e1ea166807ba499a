package org.ocsf4j.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;

/**
 * The batches of a pipeline, reused. Who wants one while all are in flight waits: this is the back pressure that reaches the
 * decoder, and through it the receive. Thread-safe.
 */
final class BatchPool {

    /** A batch that a huge document has blown up is not kept. */
    private static final int KEEP_FACTOR = 4;

    private final BlockingQueue<Slot> free;
    private final int batchBytes;
    private final int batchEvents;

    private record Slot(@Nullable EventBatch batch) {}

    BatchPool(int batches, int batchBytes, int batchEvents) {
        this.free = new ArrayBlockingQueue<>(batches);
        this.batchBytes = batchBytes;
        this.batchEvents = batchEvents;
        for (int i = 0; i < batches; i++) {
            free.add(new Slot(null));
        }
    }

    EventBatch take() throws InterruptedException {
        EventBatch batch = free.take().batch();
        return batch == null ? new EventBatch(batchBytes, batchEvents) : batch;
    }

    void giveBack(EventBatch batch) {
        boolean keep = batch.buffer().length <= (long) KEEP_FACTOR * batchBytes;
        if (!free.offer(new Slot(keep ? batch : null))) {
            throw new IllegalStateException("a batch was given back twice");
        }
    }
}
