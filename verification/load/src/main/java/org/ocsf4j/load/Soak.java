package org.ocsf4j.load;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;

/** Many rows through one pipeline: the heap after a full collection stays flat, and no thread or file stays open. */
final class Soak {

    private static final long ROWS_AN_OBJECT = 50_000;
    private static final int SAMPLES = 10;
    private static final int MOST_ASKED = 1_000;
    private static final long GROWTH_ALLOWED_BYTES = 16L << 20;

    private Soak() {}

    static boolean run(Path folder, long rows) throws IOException, InterruptedException {
        List<Path> files = Pipelines.objects(folder, ROWS_AN_OBJECT);
        int times = (int) Math.max(1, rows / (ROWS_AN_OBJECT * files.size()));
        try (Discarding server = Discarding.start()) {
            Pipelines.run(
                    files,
                    1,
                    server.uri(),
                    true,
                    PipelineOptions.defaults(),
                    new PipelineObserver() {}); // classes are loaded, pools are made
            settle();
            int threads = Thread.getAllStackTraces().size();
            long handles = handles();
            long every = Math.max(1, rows / SAMPLES);
            List<Long> heap = new ArrayList<>();
            AtomicLong settled = new AtomicLong();
            AtomicLong next = new AtomicLong(every);
            long start = System.nanoTime();
            RunReport report =
                    Pipelines.run(files, times, server.uri(), true, PipelineOptions.defaults(), new PipelineObserver() {
                        @Override
                        public void batchSettled(ObjectIdentity object, SettlementCounts counts) {
                            long now = settled.addAndGet(counts.read());
                            long due = next.get();
                            if (now >= due && next.compareAndSet(due, due + every)) {
                                long used = heapAfterCollection();
                                synchronized (heap) {
                                    heap.add(used);
                                }
                                System.out.println(String.format(
                                        Locale.ROOT,
                                        "{\"rows\":%d,\"heapAfterFullCollectionMiB\":%.1f}",
                                        now,
                                        used / 1048576.0));
                            }
                        }
                    });
            double seconds = (System.nanoTime() - start) / 1e9;
            settle();
            int threadsLeft = Thread.getAllStackTraces().size() - threads;
            long handlesLeft = handles() - handles;
            long growth = growth(heap);
            boolean good = report.isSettled()
                    && report.counts().indexed() == ROWS_AN_OBJECT * times * files.size()
                    && threadsLeft <= 0
                    && handlesLeft <= 2
                    && growth <= GROWTH_ALLOWED_BYTES;
            System.out.println(String.format(
                    Locale.ROOT,
                    "{\"rows\":%d,\"seconds\":%.0f,\"maxHeapMiB\":%d,\"growthMiB\":%.1f,\"threadsLeft\":%d,\"handlesLeft\":%d,"
                            + "\"settled\":%b,\"good\":%b}",
                    report.counts().indexed(),
                    seconds,
                    Runtime.getRuntime().maxMemory() >> 20,
                    growth / 1048576.0,
                    threadsLeft,
                    handlesLeft,
                    report.isSettled(),
                    good));
            return good;
        }
    }

    /** Between the largest of the first third and the largest of the last. */
    private static long growth(List<Long> heap) {
        if (heap.size() < 3) {
            return 0;
        }
        int third = heap.size() / 3;
        long before =
                heap.subList(0, third).stream().mapToLong(Long::longValue).max().orElse(0);
        long after = heap.subList(heap.size() - third, heap.size()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return after - before;
    }

    /** A collection is left out while native code holds an array, so it is asked for until one has run. */
    private static long heapAfterCollection() {
        long before = fullCollections();
        for (int i = 0; i < MOST_ASKED && fullCollections() == before; i++) {
            System.gc();
        }
        if (fullCollections() == before) {
            throw new IllegalStateException("no full collection has run; asked " + MOST_ASKED + " times");
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Those of the collector that looks after most of the heap. */
    private static long fullCollections() {
        GarbageCollectorMXBean full = null;
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (full == null || each.getMemoryPoolNames().length >= full.getMemoryPoolNames().length) {
                full = each;
            }
        }
        return full == null ? 0 : full.getCollectionCount();
    }

    /** Idle connections and threads have their time to end. */
    private static void settle() throws InterruptedException {
        Thread.sleep(1_000);
        System.gc();
    }

    /** Open files of this process; 0 where the system does not say. */
    private static long handles() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(own)) {
            return open.count();
        }
    }
}
