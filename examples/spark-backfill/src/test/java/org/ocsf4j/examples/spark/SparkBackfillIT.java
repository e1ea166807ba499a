package org.ocsf4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.backfill.BackfillLedger;
import org.ocsf4j.backfill.LedgerEntry;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;

/** The jar under a real Spark, from a real S3 into a real OpenSearch, while tasks and executors are killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SparkBackfillIT {

    private static final int OBJECTS = Integer.getInteger("spark.objects", 60);
    private static final int SECONDS = 4;
    private static final String BUCKET = "aws-security-data-lake-us-east-1-spark";
    private static final String LOCAL = "local[2,4]"; // two tasks at a time, four attempts each
    private static final String QUICK = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";
    private static final String STATE = "backfill-state";

    private final LocalOpenSearch node = LocalOpenSearch.shared();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(node.uri()).build();
    private final Documents documents = new Documents(node.uri());
    private final LocalS3 s3 = LocalS3.start();
    private final Path state = s3.createBucket(STATE);
    private final Path folder;

    @SuppressWarnings("NullAway.Init") // before each test
    private Lake lake;

    private String prefix = "";

    SparkBackfillIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void begin(TestInfo test) throws IOException {
        prefix = test.getTestMethod().orElseThrow().getName();
        deleteIndices();
        lake = new Lake(BUCKET, s3.createBucket(BUCKET), OBJECTS, Files.createTempDirectory(folder, "lake-"));
    }

    @AfterAll
    void stop() {
        deleteIndices();
        admin.close();
        s3.close();
    }

    @Test
    void whatKilledTasksHadStoredIsNotStoredTwiceAndTheNextRunReadsNothing() throws Exception {
        List<String> killing = List.of(
                "--master",
                LOCAL,
                "--driver-class-path",
                SparkSubmit.testClasses(),
                "--conf",
                "spark.extraListeners=" + KillingListener.class.getName(),
                "--driver-java-options",
                QUICK + " -Dtest.opensearch=" + node.uri() + " -Dtest.rows=" + lake.rows());
        try (SparkSubmit first = submit(killing)) {
            assertThat(first.awaitExit()).as(first.err()).isZero();
            assertSettled(first);
            assertThat(first.number(KillingListener.KILLED + "([0-9]+)")).isPositive();
            assertThat(first.number("already present ([0-9]+)"))
                    .as("stored by the attempts that were killed")
                    .isPositive();
        }
        try (SparkSubmit second = submit(List.of("--master", LOCAL, "--driver-java-options", QUICK))) {
            assertThat(second.awaitExit()).as(second.err()).isZero();
            System.out.println(second.out());
            assertThat(second.number("read ([0-9]+) =")).isZero();
            assertThat(second.number("([0-9]+) settled before")).isEqualTo(OBJECTS);
        }
    }

    @Test
    void whatAKilledExecutorHadStoredIsNotStoredTwiceAndWhatTheLedgerHasIsNotRead() throws Exception {
        int settledBefore = OBJECTS / 10;
        try (BackfillLedger ofOneMachine = BackfillLedger.open(state.resolve(prefix + "/ledger/before.ndjson"))) {
            for (ObjectIdentity object : lake.take(settledBefore)) {
                ofOneMachine.settled(new LedgerEntry(object, SettlementCounts.NONE, Instant.EPOCH));
            }
        }
        List<String> cluster = List.of(
                "--master",
                "local-cluster[2,1,600]",
                "--conf",
                "spark.executor.memory=600m",
                "--conf",
                "spark.executor.extraJavaOptions=" + QUICK,
                "--driver-java-options",
                QUICK);
        try (SparkSubmit run = submit(cluster)) {
            while (documents.count() < lake.rows() / 3 && run.isAlive()) {
                Thread.sleep(20);
            }
            assertThat(run.executors()).as(run.err()).hasSize(2);
            ProcessHandle killed = run.executors().get(0);
            assertThat(killed.destroyForcibly()).isTrue();
            killed.onExit().join();
            assertThat(run.awaitExit()).as(run.err()).isZero();
            assertSettled(run);
            assertThat(run.number("already present ([0-9]+)"))
                    .as("stored by the executor that was killed")
                    .isPositive();
            assertThat(run.number("([0-9]+) settled before")).isEqualTo(settledBefore);
        }
    }

    private void assertSettled(SparkSubmit run) throws Exception {
        System.out.println(run.out());
        assertThat(documents.ids()).containsExactlyInAnyOrderElementsOf(lake.ids());
        assertThat(run.number("read ([0-9]+) =")).isEqualTo(lake.rows());
        assertThat(run.number("indexed ([0-9]+)") + run.number("already present ([0-9]+)"))
                .isEqualTo(lake.rows());
        assertThat(run.number("objects: ([0-9]+) settled")).isEqualTo(lake.objects());
        assertThat(ledger().stream()
                        .map(line -> line.substring(line.indexOf("\"key\""), line.indexOf("\"eTag\"")))
                        .distinct())
                .as("objects in the ledger")
                .hasSize(OBJECTS);
    }

    private SparkSubmit submit(List<String> options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--driver-memory", "600m", "--conf", "spark.ui.enabled=false"));
        all.addAll(options);
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID",
                s3.accessKey(),
                "AWS_SECRET_ACCESS_KEY",
                s3.secretKey(),
                "AWS_REGION",
                s3.region());
        List<String> arguments = List.of(
                "--bucket",
                BUCKET,
                "--state",
                "s3://" + STATE + "/" + prefix,
                "--s3-endpoint",
                s3.endpoint().toString(),
                "--opensearch",
                node.uri().toString(),
                "--documents-per-second",
                Integer.toString(lake.rows() / SECONDS),
                "--parallel-tasks",
                "2",
                "--task-mebibytes",
                "8");
        return SparkSubmit.start(folder, environment, all, arguments);
    }

    private List<String> ledger() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(state.resolve(prefix + "/ledger"))) {
            for (Path part : parts.toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        return lines;
    }

    private void deleteIndices() {
        for (IndexSummary index : admin.indices("ocsf-*")) {
            admin.deleteIndex(index.name());
        }
    }
}
