package org.ocsf4j.pipeline.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * One observation named {@value #NAME} for each object, from its opening to its end: a span, where Micrometer's bridge to
 * OpenTelemetry or Brave handles observations. The tag {@code state} has few values; {@code object}, {@code etag} and
 * {@code rows} are of the span only. Thread-safe.
 */
public final class ObservedObjects implements PipelineObserver {

    /** The observation's name. */
    public static final String NAME = "ocsf.object.read";

    private final ObservationRegistry registry;

    /** An object is opened and ended by the same thread, and no thread reads two at a time. */
    @SuppressWarnings("ThreadLocalUsage") // each observer has its own registry, and so its own observations
    private final ThreadLocal<@Nullable Observation> open = new ThreadLocal<>();

    /** Observes with {@code registry}. */
    public ObservedObjects(ObservationRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public void objectOpened(ObjectNotification notification, ObjectIdentity object, long rows) {
        Observation interrupted = open.get();
        if (interrupted != null) {
            interrupted.lowCardinalityKeyValue("state", "begun_again").stop();
        }
        open.set(start(notification.location().toString()).highCardinalityKeyValue("etag", object.eTag()));
    }

    @Override
    public void objectFinished(ObjectReport report) {
        Observation begun = open.get();
        open.remove();
        Observation object = begun == null ? start(report.location().toString()) : begun;
        SettlementCounts counts = report.counts();
        object.lowCardinalityKeyValue("state", report.state().name().toLowerCase(Locale.ROOT))
                .highCardinalityKeyValue("rows", Long.toString(counts.read()));
        OcsfException failure = report.failure();
        if (failure != null) {
            object.error(failure);
        }
        object.stop();
    }

    private Observation start(String object) {
        return Observation.createNotStarted(NAME, registry)
                .contextualName("read object")
                .highCardinalityKeyValue("object", object)
                .start();
    }
}
