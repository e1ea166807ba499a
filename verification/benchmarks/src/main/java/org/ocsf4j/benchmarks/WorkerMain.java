package org.ocsf4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that converts by one way.
 *
 * <p>Arguments: the way. Each line of stdin, {@code <threads> <jsonBytes> <file>}, is one conversion by each of so many threads;
 * stdout answers with the line of a {@link Measured}. It ends with stdin.
 */
final class WorkerMain {

    private final Way way;
    private final List<Lane> lanes = new ArrayList<>();

    private WorkerMain(Way way) {
        this.way = way;
    }

    public static void main(String[] arguments) throws Exception {
        WorkerMain worker = new WorkerMain(Way.of(arguments[0]));
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            String[] parts = request.split(" ", 3);
            Source source = new Source(Path.of(parts[2]), Long.parseLong(parts[1]));
            System.out.println(
                    worker.measure(source, Integer.parseInt(parts[0])).line());
        }
    }

    private Measured measure(Source source, int threads) throws Exception {
        while (lanes.size() < threads) {
            lanes.add(new Lane(way.open()));
        }
        long processNanos = Gauges.processNanos();
        long wallNanos = System.nanoTime();
        if (threads == 1) {
            lanes.get(0).convert(source);
        } else {
            convertAtOnce(source, threads);
        }
        wallNanos = System.nanoTime() - wallNanos;
        processNanos = Gauges.processNanos() - processNanos;
        long rows = 0;
        long jsonBytes = 0;
        long threadNanos = 0;
        long allocatedBytes = 0;
        for (Lane lane : lanes.subList(0, threads)) {
            rows += lane.converted().rows();
            jsonBytes += lane.converted().jsonBytes();
            threadNanos += lane.threadNanos();
            allocatedBytes += lane.allocatedBytes();
        }
        return new Measured(
                rows,
                jsonBytes,
                wallNanos,
                threadNanos,
                processNanos,
                allocatedBytes,
                Gauges.processNanos(),
                Gauges.peakBytes());
    }

    private void convertAtOnce(Source source, int threads) throws Exception {
        List<Thread> running = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        for (Lane lane : lanes.subList(0, threads)) {
            Thread thread = new Thread(() -> {
                try {
                    lane.convert(source);
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IOException("a thread failed", failures.get(0));
        }
    }
}
