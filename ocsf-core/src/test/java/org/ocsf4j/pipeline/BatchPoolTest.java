package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ocsf4j.event.EventBatch;

@Timeout(10)
class BatchPoolTest {

    private final BatchPool pool = new BatchPool(2, 100, 10);

    @Test
    void reusesBatches() throws Exception {
        EventBatch first = pool.take();
        EventBatch second = pool.take();
        pool.giveBack(first);

        assertThat(pool.take()).isSameAs(first).isNotSameAs(second);
    }

    @Test
    void whoWantsOneMoreThanThereAreWaits() throws Exception {
        EventBatch first = pool.take();
        pool.take();
        CompletableFuture<EventBatch> third = CompletableFuture.supplyAsync(() -> {
            try {
                return pool.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(third).isNotDone();

        pool.giveBack(first);

        assertThat(third.get(5, TimeUnit.SECONDS)).isSameAs(first);
    }

    @Test
    void aBatchThatAHugeDocumentHasBlownUpIsNotKept() throws Exception {
        EventBatch blownUp = pool.take();
        EventBatch other = pool.take();
        blownUp.ensureRoom(0, 401);
        pool.giveBack(blownUp);

        EventBatch next = pool.take();
        assertThat(next).isNotSameAs(blownUp).isNotSameAs(other);
        assertThat(next.buffer()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void noticesABatchThatIsGivenBackTwice() throws Exception {
        EventBatch batch = pool.take();
        pool.giveBack(batch);

        assertThatThrownBy(() -> pool.giveBack(batch)).isInstanceOf(IllegalStateException.class);
    }
}
