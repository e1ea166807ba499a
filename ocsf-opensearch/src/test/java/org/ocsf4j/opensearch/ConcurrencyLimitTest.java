package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final ConcurrencyLimit limit = new ConcurrencyLimit(8);

    @Test
    void halvesOnceForRequestsThatWereUnderWayTogether() throws Exception {
        long[] tickets = new long[8];
        for (int i = 0; i < tickets.length; i++) {
            tickets[i] = limit.acquire();
        }
        for (long ticket : tickets) {
            limit.release(ticket, true);
        }
        assertThat(limit.current()).isEqualTo(4);
        limit.release(limit.acquire(), true);
        assertThat(limit.current()).isEqualTo(2);
    }

    @Test
    void neverFallsBelowOneOrGrowsBeyondItsMaximum() throws Exception {
        for (int i = 0; i < 10; i++) {
            limit.release(limit.acquire(), true);
        }
        assertThat(limit.current()).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            limit.release(limit.acquire(), false);
        }
        assertThat(limit.current()).isEqualTo(8);
    }

    @Test
    void makesTheNextOneWait() throws Exception {
        ConcurrencyLimit one = new ConcurrencyLimit(1);
        long first = one.acquire();
        CompletableFuture<Long> second = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                second.complete(one.acquire());
            } catch (InterruptedException e) {
                second.completeExceptionally(e);
            }
        });
        waiter.start();
        assertThat(second).isNotDone();
        one.release(first, false);
        assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(2);
    }
}
