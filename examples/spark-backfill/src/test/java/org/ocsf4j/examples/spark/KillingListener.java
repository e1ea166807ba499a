package org.ocsf4j.examples.spark;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Kills every task that is running, once some documents are stored, and once more later. Spark runs it in the driver; the test names
 * it in {@code spark.extraListeners}.
 */
public final class KillingListener extends SparkListener {

    static final String KILLED = "killed tasks: ";

    private static final long LOOK_MILLIS = 20;

    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    /** Called by Spark. */
    public KillingListener() {
        Thread thread = new Thread(this::kill, "killer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        running.add(start.taskInfo().taskId());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        running.remove(end.taskInfo().taskId());
    }

    private void kill() {
        Documents documents = new Documents(URI.create(System.getProperty("test.opensearch", "")));
        int killed = 0;
        try {
            for (int part = 1; part <= 2; part++) {
                while (documents.count() < part * Long.getLong("test.rows", 0) / 4) {
                    Thread.sleep(LOOK_MILLIS);
                }
                for (long task : running) {
                    if (SparkContext.getOrCreate().killTaskAttempt(task, true, "test")) {
                        killed++;
                    }
                }
            }
            System.out.println(KILLED + killed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
