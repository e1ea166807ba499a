package org.ocsf4j.cli.lab;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ocsf4j.cli.Progress;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.schema.OcsfClass;

/**
 * Watches a run for the page and for the health dashboard, and serves the page. Closing stops both; the client stays open.
 * Thread-safe.
 */
public final class LabWatch implements AutoCloseable {

    private static final long SAMPLE_MILLIS = 250;
    private static final long FLUSH_MILLIS = 1_000;

    private final OpenSearchAdmin openSearch;
    private final LabRun run;
    private final HealthDocuments health;
    private final LabPage page;
    private final Timer sampling;
    private final Timer flushing;
    private final AtomicBoolean complained = new AtomicBoolean();

    private LabWatch(int port, OpenSearchAdmin openSearch, Clock clock) {
        this.openSearch = openSearch;
        run = new LabRun(clock);
        health = new HealthDocuments(openSearch, clock, run::announcedAt);
        page = LabPage.start(port, run, openSearch);
        sampling = new Timer("ocsf-lab-samples", true);
        sampling.schedule(task(run::sample), 0, SAMPLE_MILLIS);
        flushing = new Timer("ocsf-lab-health", true);
        flushing.schedule(task(this::flush), FLUSH_MILLIS, FLUSH_MILLIS);
    }

    private static TimerTask task(Runnable work) {
        return new TimerTask() {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    /**
     * Serves the page, and begins to watch.
     *
     * @param port of the page; 0 for any that is free
     * @throws org.ocsf4j.failure.ConfigurationException where the port cannot be had
     */
    public static LabWatch start(int port, OpenSearchAdmin openSearch) {
        return new LabWatch(port, openSearch, Clock.systemUTC());
    }

    /** Where the page is. */
    public URI uri() {
        return page.uri();
    }

    /** An object has been announced. */
    public void announced(ObjectLocation object) {
        run.announced(object);
    }

    /** The run begins. */
    public void begin() {
        run.begin();
    }

    /** What the pipeline tells. */
    public PipelineObserver observer() {
        return PipelineObserver.all(List.of(run, health));
    }

    /**
     * The run has ended.
     *
     * @param agreed whether everything is settled and OpenSearch counts what was indexed
     * @param inOpenSearch how many documents OpenSearch counts of each class
     */
    public void end(boolean agreed, Map<OcsfClass, Long> inOpenSearch) {
        flush();
        openSearch.refresh(HealthDocuments.INDICES);
        run.end(agreed, inOpenSearch);
    }

    /** A dashboard that stays empty ends no run: it is said once. */
    private void flush() {
        try {
            health.flush();
        } catch (OcsfException e) {
            if (complained.compareAndSet(false, true)) {
                Progress.say("ocsf: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        sampling.cancel();
        flushing.cancel();
        page.close();
    }
}
