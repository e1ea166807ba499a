package org.ocsf4j.examples.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ocsf4j.backfill.ListedObject;

/**
 * Packs objects into bins of about the same weight: the heaviest first, each into the lightest bin ("longest processing time first").
 * An object weighs its bytes and a little more, since also an empty one costs requests.
 */
final class Packing {

    /** What an object costs beside its bytes, as bytes. */
    static final long OBJECT_BYTES = 256 << 10;

    private Packing() {}

    /**
     * Packs.
     *
     * @param binBytes what a bin is to weigh, about
     * @param fewestBins how many bins there are at least, as far as there are objects
     */
    static List<List<ListedObject>> pack(List<ListedObject> objects, long binBytes, int fewestBins) {
        long all = objects.stream().mapToLong(Packing::weight).sum();
        long wanted = Math.max(fewestBins, (all + binBytes - 1) / binBytes);
        int count = (int) Math.min(wanted, objects.size());
        PriorityQueue<Bin> lightest = new PriorityQueue<>(Comparator.comparingLong(bin -> bin.weight));
        List<List<ListedObject>> bins = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Bin bin = new Bin();
            lightest.add(bin);
            bins.add(bin.objects);
        }
        List<ListedObject> heaviestFirst = new ArrayList<>(objects);
        heaviestFirst.sort(Comparator.comparingLong(ListedObject::sizeBytes).reversed());
        for (ListedObject object : heaviestFirst) {
            Bin bin = lightest.remove();
            bin.objects.add(object);
            bin.weight += weight(object);
            lightest.add(bin);
        }
        return bins;
    }

    private static long weight(ListedObject object) {
        return object.sizeBytes() + OBJECT_BYTES;
    }

    private static final class Bin {
        private final List<ListedObject> objects = new ArrayList<>();
        private long weight;
    }
}
