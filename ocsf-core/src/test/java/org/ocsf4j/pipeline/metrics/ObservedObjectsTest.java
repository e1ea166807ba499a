package org.ocsf4j.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.SettlementCounts;

final class ObservedObjectsTest {

    private static final ObjectLocation LOCATION = new ObjectLocation("lake", "key");

    private final List<Observation.Context> started = new ArrayList<>();
    private final List<Observation.Context> stopped = new ArrayList<>();
    private final ObservedObjects observer = new ObservedObjects(registry());

    @Test
    void observesAnObjectFromItsOpeningToItsEnd() {
        opened();
        assertThat(started).hasSize(1);
        assertThat(stopped).isEmpty();

        finished(ObjectReport.State.SETTLED, null);
        assertThat(stopped).singleElement().satisfies(context -> {
            assertThat(context).isSameAs(started.get(0));
            assertThat(context.getName()).isEqualTo(ObservedObjects.NAME);
            assertThat(context.getLowCardinalityKeyValues()).containsExactly(KeyValue.of("state", "settled"));
            assertThat(context.getHighCardinalityKeyValues())
                    .containsExactlyInAnyOrder(
                            KeyValue.of("object", "s3://lake/key"),
                            KeyValue.of("etag", "e"),
                            KeyValue.of("rows", "15"));
            assertThat(context.getError()).isNull();
        });
    }

    @Test
    void endsTheObservationOfAnObjectThatIsBegunAgain() {
        opened();
        opened();
        finished(ObjectReport.State.SETTLED, null);

        assertThat(stopped)
                .extracting(context -> context.getLowCardinalityKeyValues().stream()
                        .map(KeyValue::getValue)
                        .toList())
                .containsExactly(List.of("begun_again"), List.of("settled"));
    }

    @Test
    void observesAnObjectThatCouldNotBeOpenedAndSaysWhy() {
        ConfigurationException denied = new ConfigurationException("denied");
        finished(ObjectReport.State.UNSETTLED, denied);
        finished(ObjectReport.State.SETTLED, null);

        assertThat(stopped).hasSize(2);
        assertThat(stopped.get(0).getError()).isSameAs(denied);
        assertThat(stopped.get(1).getError()).isNull();
    }

    private void opened() {
        observer.objectOpened(ObjectNotification.of(LOCATION), new ObjectIdentity(LOCATION, "e"), 15);
    }

    private void finished(ObjectReport.State state, @Nullable OcsfException failure) {
        observer.objectFinished(new ObjectReport(
                LOCATION,
                "e",
                state,
                new SettlementCounts(15, 8, 4, 2, 1),
                Map.of(),
                ConversionCounts.NONE,
                Duration.ofMillis(5),
                null,
                failure,
                null));
    }

    private ObservationRegistry registry() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStart(Observation.Context context) {
                started.add(context);
            }

            @Override
            public void onStop(Observation.Context context) {
                stopped.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return registry;
    }
}
