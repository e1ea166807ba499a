package org.ocsf4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectStore;

/** What every {@link ObjectStore} must do while its service is in order. JUnit makes one instance for each test. */
public abstract class ObjectStoreContract {

    private static final int SIZE = 300_000;
    private static final int THREADS = 4;

    /** The store under test, the same for the whole test. The extender closes it. */
    protected abstract ObjectStore store();

    /** Stores an object, over what is there under this name, and says what announces it. */
    protected abstract ObjectNotification put(String name, byte[] bytes);

    /** Removes an object that was put. */
    protected abstract void delete(String name);

    @Test
    void readsAnObjectAndItsRanges() {
        byte[] bytes = random(SIZE, 1);
        try (ObjectContent content = store().open(put("whole", bytes))) {
            assertThat(content.sizeBytes()).isEqualTo(SIZE);
            assertThat(read(content, 0, SIZE)).isEqualTo(bytes);
            assertThat(read(content, SIZE - 1, 1)).isEqualTo(Arrays.copyOfRange(bytes, SIZE - 1, SIZE));
            assertThat(read(content, 70_000, 100_000)).isEqualTo(Arrays.copyOfRange(bytes, 70_000, 170_000));
            assertThat(read(content, SIZE, 0)).isEmpty();
        }
    }

    @Test
    void readsIntoTheMiddleOfAnArrayAndNoFurther() {
        byte[] bytes = random(100, 2);
        byte[] target = new byte[30];
        try (ObjectContent content = store().open(put("middle", bytes))) {
            content.readFully(50, target, 10, 10);
        }
        assertThat(Arrays.copyOfRange(target, 10, 20)).isEqualTo(Arrays.copyOfRange(bytes, 50, 60));
        assertThat(Arrays.copyOfRange(target, 0, 10)).containsOnly(0);
        assertThat(Arrays.copyOfRange(target, 20, 30)).containsOnly(0);
    }

    @Test
    void refusesRangesThatAreNotInTheObject() {
        try (ObjectContent content = store().open(put("small", random(10, 3)))) {
            byte[] target = new byte[20];
            assertThatThrownBy(() -> content.readFully(0, target, 0, 11)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> content.readFully(-1, target, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> content.readFully(Long.MAX_VALUE, target, 0, 1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> content.readFully(0, target, 15, 10))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void readsAnEmptyObject() {
        try (ObjectContent content = store().open(put("empty", new byte[0]))) {
            assertThat(content.sizeBytes()).isZero();
            assertThat(read(content, 0, 0)).isEmpty();
        }
    }

    @Test
    void identityIsOfTheVersionAndNotOfTheOpening() {
        byte[] bytes = random(1_000, 4);
        String first = prefix(put("identity", bytes));
        assertThat(prefix(put("identity", bytes))).isEqualTo(first);
        assertThat(prefix(put("another", bytes))).isNotEqualTo(first);
        assertThat(prefix(put("identity", random(1_000, 5)))).isNotEqualTo(first);
    }

    @Test
    void identityNamesTheLocationThatWasAnnounced() {
        ObjectNotification notification = put("a+b c%20=é", random(10, 6));
        try (ObjectContent content = store().open(notification)) {
            assertThat(content.identity().location()).isEqualTo(notification.location());
        }
    }

    @Test
    void neverMixesTwoVersions() {
        ObjectNotification notification = put("replaced", random(SIZE, 7));
        try (ObjectContent content = store().open(notification)) {
            read(content, 0, 1_000);
            put("replaced", random(SIZE + 1, 8));
            assertThatThrownBy(() -> read(content, 1_000, 100_000)).isInstanceOf(ObjectChangedException.class);
        }
    }

    @Test
    void saysThatAnObjectIsMissing() {
        ObjectNotification notification = put("deleted", random(10, 9));
        delete("deleted");
        assertThatThrownBy(() -> store().open(notification).close()).isInstanceOf(ObjectMissingException.class);
    }

    @Test
    void readsRangesFromSeveralThreads() throws Exception {
        byte[] bytes = random(SIZE, 10);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ObjectContent content = store().open(put("shared", bytes))) {
            List<Future<byte[]>> ranges = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int from = i * 10_000;
                ranges.add(threads.submit(() -> read(content, from, 10_000)));
            }
            for (int i = 0; i < ranges.size(); i++) {
                assertThat(ranges.get(i).get()).isEqualTo(Arrays.copyOfRange(bytes, i * 10_000, (i + 1) * 10_000));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String prefix(ObjectNotification notification) {
        try (ObjectContent content = store().open(notification)) {
            return content.identity().documentIdPrefix();
        }
    }

    private static byte[] read(ObjectContent content, long position, int length) {
        byte[] bytes = new byte[length];
        content.readFully(position, bytes, 0, length);
        return bytes;
    }

    private static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
