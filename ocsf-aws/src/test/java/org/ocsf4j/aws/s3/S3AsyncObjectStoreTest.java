package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectLocation;

final class S3AsyncObjectStoreTest extends ObjectStoreBehaviour {

    S3AsyncObjectStoreTest() {
        super(StoreClient.ASYNCHRONOUS);
    }

    @Test
    void closingAnObjectEndsAReadThatIsUnderWay() throws Exception {
        assertThat(failureOf((content, reader) -> content.close()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("closed while it was read");
    }

    @Test
    void anInterruptEndsAReadThatIsUnderWay() throws Exception {
        assertThat(failureOf((content, reader) -> reader.interrupt()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("interrupted");
    }

    /** Ends a read, by {@code end}, that the server would never have answered. */
    private static Throwable failureOf(Ending end) throws Exception {
        ScriptedBucket bucket = ScriptedBucket.ofSize(200_000);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(request -> {
                    if (request.header("If-match") != null) {
                        asked.countDown();
                        awaitQuietly(never);
                    }
                    return bucket.answer(request);
                });
                StoreClient.Open client =
                        StoreClient.ASYNCHRONOUS.open(server.endpoint(), "eu-central-1", "id", "secret")) {
            ObjectContent content =
                    client.store().build().open(ObjectNotification.of(new ObjectLocation("lake", "aws/slow")));
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            byte[] target = new byte[10];
            Thread reader = new Thread(
                    () -> failure.complete(catchThrowable(() -> content.readFully(0, target, 0, target.length))));
            reader.start();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            end.of(content, reader);
            Throwable thrown = failure.get(30, TimeUnit.SECONDS);
            assertThat(target).containsOnly(0);
            return thrown;
        } finally {
            never.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Ending {
        void of(ObjectContent content, Thread reader);
    }
}
