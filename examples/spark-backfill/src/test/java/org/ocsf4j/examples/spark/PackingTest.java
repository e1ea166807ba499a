package org.ocsf4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ocsf4j.backfill.ListedObject;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

final class PackingTest {

    private static final long MEBIBYTE = 1 << 20;

    @Test
    void givesEachObjectToOneTaskAndTasksAboutTheSameWork() {
        List<ListedObject> objects = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            objects.add(object(i, random.nextLong(16 * MEBIBYTE)));
        }
        List<List<ListedObject>> tasks = Packing.pack(objects, 256 * MEBIBYTE, 4);

        assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(objects);
        assertThat(tasks.size()).isBetween(30, 35);
        long heaviest = tasks.stream().mapToLong(PackingTest::bytes).max().orElseThrow();
        long lightest = tasks.stream().mapToLong(PackingTest::bytes).min().orElseThrow();
        assertThat(heaviest - lightest).isLessThan(16 * MEBIBYTE);
    }

    @Test
    void givesEverySlotWorkAsFarAsThereIsAny() {
        List<ListedObject> objects = List.of(object(1, 1), object(2, 1), object(3, 1));
        assertThat(Packing.pack(objects, 256 * MEBIBYTE, 2)).hasSize(2);
        assertThat(Packing.pack(objects, 256 * MEBIBYTE, 12)).hasSize(3).allSatisfy(task -> assertThat(task)
                .hasSize(1));
        assertThat(Packing.pack(List.of(), 256 * MEBIBYTE, 12)).isEmpty();
    }

    @Test
    void countsRequestsToo() {
        List<ListedObject> objects = new ArrayList<>();
        for (int i = 0; i < 1_024; i++) {
            objects.add(object(i, 0));
        }
        assertThat(Packing.pack(objects, 256 * MEBIBYTE, 0)).hasSize(1);
        assertThat(Packing.pack(objects, 64 * MEBIBYTE, 0)).hasSize(4);
    }

    private static long bytes(List<ListedObject> task) {
        return task.stream().mapToLong(ListedObject::sizeBytes).sum();
    }

    private static ListedObject object(int number, long bytes) {
        return new ListedObject(new ObjectIdentity(new ObjectLocation("lake", "aws/" + number), "e"), bytes);
    }
}
