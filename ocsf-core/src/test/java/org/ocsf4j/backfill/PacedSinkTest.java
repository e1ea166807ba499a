package org.ocsf4j.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

final class PacedSinkTest {

    private static final int DOCUMENTS = 4;

    private final AtomicInteger written = new AtomicInteger();
    private final EventSink target = batch -> {
        written.addAndGet(batch.count());
        return Collections.nCopies(batch.count(), EventOutcome.INDEXED);
    };

    @Test
    void handsBatchesOnAndTheOutcomesBack() throws InterruptedException {
        PacedSink sink = new PacedSink(target, Double.POSITIVE_INFINITY);
        for (int i = 0; i < 3; i++) {
            assertThat(sink.write(batch())).hasSize(DOCUMENTS).containsOnly(EventOutcome.INDEXED);
        }
        assertThat(written).hasValue(3 * DOCUMENTS);
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new PacedSink(target, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNextBatchWaitsAndTheWaitEndsWithAnInterrupt() throws InterruptedException {
        PacedSink sink = new PacedSink(target, 0.001);
        sink.write(batch());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sink.write(batch())).isInstanceOf(InterruptedException.class);
        assertThat(written).hasValue(DOCUMENTS);
    }

    private static EventBatch batch() {
        EventBatch batch = new EventBatch(1 << 10, DOCUMENTS);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "key"), "e"));
        for (int row = 0; row < DOCUMENTS; row++) {
            batch.append("{}".getBytes(StandardCharsets.UTF_8), row, EventClass.UNKNOWN, 0);
        }
        return batch;
    }
}
