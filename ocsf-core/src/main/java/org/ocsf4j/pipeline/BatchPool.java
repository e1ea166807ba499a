package org.ocsf4j.pipeline;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;

/**
 * The batches of a pipeline, reused. Who wants one while all are in flight waits: this is the back pressure that reaches the
 * decoder, and through it the receive. The batch that came back last goes out first: its bytes are still near the processor, and
 * batches that are never needed are never made. Thread-safe.
 */
final class BatchPool {

    /** A batch that a huge document has blown up is not kept. */
    private static final int KEEP_FACTOR = 4;

    private final BlockingDeque<Slot> free;
    private final int batchBytes;
    private final int batchEvents;

    private record Slot(@Nullable EventBatch batch) {}

    BatchPool(int batches, int batchBytes, int batchEvents) {
        this.free = new LinkedBlockingDeque<>(batches);
        this.batchBytes = batchBytes;
        this.batchEvents = batchEvents;
        for (int i = 0; i < batches; i++) {
            free.addLast(new Slot(null));
        }
    }

    EventBatch take() throws InterruptedException {
        EventBatch batch = free.takeFirst().batch();
        return batch == null ? new EventBatch(batchBytes, batchEvents) : batch;
    }

    void giveBack(EventBatch batch) {
        boolean keep = batch.buffer().length <= (long) KEEP_FACTOR * batchBytes;
        if (!free.offerFirst(new Slot(keep ? batch : null))) {
            throw new IllegalStateException("a batch was given back twice");
        }
    }
}
