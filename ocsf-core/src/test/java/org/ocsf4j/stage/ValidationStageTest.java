package org.ocsf4j.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.ValidationLevel;
import org.ocsf4j.schema.validate.ValidationReport;
import org.ocsf4j.sink.EventOutcome;

final class ValidationStageTest {

    private static final String FLOWS = "aws/VPC_FLOW/2.0/region=us-east-1/accountId=1/eventDay=20260101/a.gz.parquet";
    private static final String GOOD =
            """
            {"metadata":{"version":"1.1.0","product":{"vendor_name":"v","name":"n"},"profiles":["cloud"]},\
            "cloud":{"provider":"AWS"},"time":1649721732000,"class_uid":4001,"class_name":"Network Activity",\
            "category_uid":4,"activity_id":6,"activity_name":"Traffic","type_uid":400106,"severity_id":1,\
            "src_endpoint":{"ip":"10.0.0.1","port":443},"dst_endpoint":{"uid":"d"}}""";
    private static final String BAD = GOOD.replace("\"severity_id\":1,", "").replace("443", "99999");

    @Test
    void countsAndLeavesEventsAsTheyAre() {
        ValidationStage stage = stage(ValidationLevel.COUNT);

        EventChanges changes = process(stage, FLOWS, GOOD, BAD);

        assertThat(changes.isEmpty()).isTrue();
        ValidationReport report = only(stage);
        assertThat(report.source()).isEqualTo("VPC_FLOW");
        assertThat(report.events()).isEqualTo(2);
        assertThat(report.eventsWithErrors()).isEqualTo(1);
    }

    @Test
    void tagsOnlyWhatHasFindings() {
        EventBatch batch = batch(FLOWS, GOOD, BAD);
        EventChanges changes = new EventChanges(2);
        stage(ValidationLevel.TAG).process(batch, changes);

        assertThat(after(batch, changes))
                .containsExactly(
                        GOOD,
                        BAD.substring(0, BAD.length() - 1)
                                + ",\"ocsf_findings\":[\"OUT_OF_RANGE src_endpoint.port\",\"MISSING_REQUIRED severity_id\"]}");
    }

    @Test
    void refusesEventsWithErrorsAndSaysWhatIsWrong() {
        EventChanges changes = process(stage(ValidationLevel.REJECT), FLOWS, GOOD, BAD, "[]");

        assertThat(changes.outcome(0)).isNull();
        EventOutcome.Rejected bad = (EventOutcome.Rejected) changes.outcome(1);
        assertThat(bad).isNotNull();
        assertThat(bad.errorType()).isEqualTo(ValidationStage.REFUSED);
        assertThat(bad.reason()).contains("severity_id", "MISSING_REQUIRED", "src_endpoint.port", "99999");
        assertThat(String.valueOf(changes.outcome(2))).contains("MALFORMED_JSON");
    }

    @Test
    void doesNothingWhereTheLevelIsOff() {
        ValidationStage stage = stage(ValidationLevel.OFF);

        assertThat(process(stage, FLOWS, BAD).isEmpty()).isTrue();
        assertThat(stage.reports()).isEmpty();
    }

    @Test
    void countsByTheSourceInTheKeyElseByBucket() {
        ValidationStage stage = stage(ValidationLevel.COUNT);
        process(stage, FLOWS, GOOD);
        process(stage, "ext/mine/region=x/a.parquet", GOOD);
        process(stage, "other/a.parquet", GOOD);
        process(stage, "aws/a.parquet", GOOD);

        assertThat(stage.reports()).extracting(ValidationReport::source).containsExactly("VPC_FLOW", "mine", "lake");
        assertThat(stage.reports()).extracting(ValidationReport::events).containsExactly(1L, 1L, 2L);
    }

    @Test
    void keysThatNameEverNewSourcesTakeNoMemoryWithoutBound() {
        ValidationStage stage = stage(ValidationLevel.COUNT);
        for (int i = 0; i < 1_000; i++) {
            process(stage, "ext/s" + i + "/a.parquet", GOOD);
        }

        List<ValidationReport> reports = stage.reports();
        assertThat(reports).hasSizeLessThan(250);
        assertThat(reports.stream().mapToLong(ValidationReport::events).sum()).isEqualTo(1_000);
    }

    @Test
    void countsEveryEventOfSeveralThreads() throws Exception {
        ValidationStage stage = stage(ValidationLevel.COUNT);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        process(stage, FLOWS, GOOD, BAD, GOOD);
                        assertThat(only(stage).events()).isPositive();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(only(stage).events()).isEqualTo(2_400);
        assertThat(only(stage).eventsWithErrors()).isEqualTo(800);
    }

    private static ValidationReport only(ValidationStage stage) {
        assertThat(stage.reports()).hasSize(1);
        return stage.reports().get(0);
    }

    private static ValidationStage stage(ValidationLevel level) {
        return ValidationStage.of(OcsfValidator.builder().level(level).build());
    }

    private static EventChanges process(ValidationStage stage, String key, String... events) {
        EventChanges changes = new EventChanges(events.length);
        stage.process(batch(key, events), changes);
        return changes;
    }

    private static EventBatch batch(String key, String... events) {
        EventBatch batch = new EventBatch(1 << 20, 100);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", key), "v1"));
        for (int i = 0; i < events.length; i++) {
            batch.append(events[i].getBytes(StandardCharsets.UTF_8), i, EventClass.UNKNOWN, EventBatch.NO_TIME);
        }
        return batch;
    }

    private static List<String> after(EventBatch batch, EventChanges changes) {
        EventBatch target = new EventBatch(1 << 20, 100);
        target.clear(batch.object());
        List<String> events = new ArrayList<>();
        for (int i = 0; i < batch.count(); i++) {
            changes.copy(batch, i, target);
            events.add(target.event(i).toString());
        }
        return events;
    }
}
