package org.ocsf4j.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.schema.normalize.OcsfNormalizer;

final class NormalizationStageTest {

    private static final EventClass OLD = new EventClass("1.0.0-rc.2", 3005L);
    private static final String CALL =
            """
            {"metadata":{"version":"1.0.0-rc.2","product":{"vendor_name":"v","name":"n"}},"time":1649721732000,\
            "class_uid":3005,"category_uid":3,"activity_id":1,"type_uid":300501,"severity_id":1,\
            "cloud":{"provider":"AWS","account_uid":"1"},"api":{"operation":"o"}}""";

    private final NormalizationStage stage =
            NormalizationStage.of(OcsfNormalizer.builder().target("1.1.0").build());

    @Test
    void eventsGoOnAsTheirNewClassUnderTheirRow() {
        EncodedEvent event = through(CALL);

        assertThat(event.row()).isEqualTo(17);
        assertThat(event.eventClass()).isEqualTo(new EventClass("1.1.0", 6003L));
        assertThat(event.timeMillis()).isEqualTo(1_649_721_732_000L);
        assertThat(event.toString()).contains("\"class_uid\":6003", "\"account\":{\"uid\":\"1\"}");
        assertThat(stage.normalized()).isEqualTo(1);
        assertThat(stage.untouched()).isZero();
    }

    @Test
    void indexesFollowTheTimeThatTheStepForUnitsWrites() {
        EncodedEvent event = through(CALL.replace("1649721732000", "1649721732"));

        assertThat(event.timeMillis()).isEqualTo(1_649_721_732_000L);
    }

    @Test
    void whatCannotBeNormalisedPassesAsItIsAndIsCounted() {
        String unknown = CALL.replace("1.0.0-rc.2", "7.0.0");

        assertThat(through(unknown).toString()).isEqualTo(unknown);
        assertThat(through(unknown).eventClass()).isEqualTo(OLD);
        assertThat(stage.untouched()).isEqualTo(2);
        assertThat(stage.normalized()).isZero();
    }

    @Test
    void theSameEventBecomesTheSameDocumentEveryTime() {
        assertThat(through(CALL).toString()).isEqualTo(through(CALL).toString());
    }

    private EncodedEvent through(String json) {
        EventBatch batch = batch();
        batch.append(json.getBytes(StandardCharsets.UTF_8), 17, OLD, 5);
        EventChanges changes = new EventChanges(1);
        stage.process(batch, changes);
        EventBatch target = batch();
        changes.copy(batch, 0, target);
        return target.event(0);
    }

    private static EventBatch batch() {
        EventBatch batch = new EventBatch(1 << 20, 10);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "k"), "v1"));
        return batch;
    }
}
