package org.ocsf4j.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.cli.OcsfProcess;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;

/** A lake of many small objects on a real S3, into a real OpenSearch, by processes that are killed and told to end. */
final class BackfillIT {

    /** {@code -Docsf4j.backfill.objects=2000} for more of them. */
    private static final int OBJECTS = Integer.getInteger("ocsf4j.backfill.objects", 300);

    private static final int ROWS = 5;
    private static final String BUCKET = "aws-security-data-lake-us-east-1-backfill";
    private static final String INDICES = "ocsf-1.1.0-4001-*";

    private final LocalOpenSearch node = LocalOpenSearch.shared();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(node.uri()).build();
    private final LocalS3 s3 = LocalS3.start();
    private final Path folder;
    private final Path ledger;

    BackfillIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        ledger = folder.resolve("lake.ledger");
        deleteIndices();
        fill();
    }

    @AfterEach
    void stop() {
        deleteIndices();
        admin.close();
        s3.close();
    }

    @Test
    void killedHalfWayAndRunAgainEveryRowIsThereOnceAndOnlyTheRestIsRead() throws Exception {
        try (OcsfProcess plan = backfill("--plan", "--json")) {
            assertThat(plan.awaitExit()).as(plan.err()).isZero();
            assertThat(plan.number("objects")).isEqualTo(OBJECTS);
            assertThat(plan.number("documents")).isEqualTo((long) OBJECTS * ROWS);
            assertThat(plan.number("ignoredObjects")).isEqualTo(1);
            assertThat(ledger).as("a plan writes nothing").doesNotExist();
        }

        try (OcsfProcess first = backfill("--objects-per-second", Integer.toString(OBJECTS / 6))) {
            while (lines() < OBJECTS / 2 && first.isAlive()) {
                Thread.sleep(5);
            }
            first.kill();
        }
        int settled = lines();
        assertThat(settled).isBetween(OBJECTS / 2, OBJECTS - 1);
        admin.refresh(INDICES);
        long stored = admin.count(INDICES);
        assertThat(stored).isGreaterThanOrEqualTo((long) settled * ROWS);

        try (OcsfProcess second = backfill("--json")) {
            assertThat(second.awaitExit()).as(second.err()).isZero();
            int rest = OBJECTS - settled;
            assertThat(second.number("objectsSettledBefore")).isEqualTo(settled);
            assertThat(second.number("objectsSettled")).isEqualTo(rest);
            assertThat(second.number("rowsRead")).as("only the rest").isEqualTo((long) rest * ROWS);
            assertThat(second.number("indexed")).isEqualTo((long) OBJECTS * ROWS - stored);
            assertThat(second.number("indexed") + second.number("alreadyPresent"))
                    .isEqualTo(second.number("rowsRead"));
            System.out.println("backfill: " + OBJECTS + " objects; killed after " + settled + " settled, " + stored
                    + " rows stored; second run: " + second.out());
        }
        admin.refresh(INDICES);
        assertThat(admin.count(INDICES)).as("each row once").isEqualTo((long) OBJECTS * ROWS);

        try (OcsfProcess third = backfill("--json")) {
            assertThat(third.awaitExit()).isZero();
            assertThat(third.number("rowsRead")).isZero();
        }
    }

    @Test
    void toldToEndItEndsInOrderAndLeavesTheRest() throws Exception {
        try (OcsfProcess first = backfill("--json", "--objects-per-second", "20")) {
            while (lines() < 10 && first.isAlive()) {
                Thread.sleep(5);
            }
            first.terminate();
            assertThat(first.awaitExit()).as(first.err()).isEqualTo(1);
            assertThat(first.number("objectsSettled")).isEqualTo(lines()).isBetween(10L, OBJECTS - 1L);
            assertThat(first.out()).contains("\"ended\":false");
        }
    }

    @Test
    void keepsLettersInABucket() throws Exception {
        Path key = Path.of(
                "aws/VPC_FLOW/2.0/region=us-east-1/accountId=111122223333/eventDay=20260602/refused.gz.parquet");
        Path refused = s3.createBucket(BUCKET).resolve(key);
        SampleLake.writeObject(LakeTable.VPC_FLOW_V2, refused, ROWS, ObjectOptions.defaults());
        Path letters = s3.createBucket("backfill-letters");
        try (OcsfProcess some = backfill(
                "--json",
                "--prefix",
                key.toString(),
                "--validate",
                "reject",
                "--set",
                "severity_id=12", // no such severity: every event breaks a rule
                "--dead-letters",
                "s3://backfill-letters/of/backfill")) {
            assertThat(some.awaitExit()).as(some.err()).isZero();
            assertThat(some.number("deadLettered")).isEqualTo(ROWS);
        }
        try (Stream<Path> files = Files.walk(letters.resolve("of/backfill"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allMatch(file -> file.toString()
                    .endsWith(".ndjson.gz"));
        }
        assertThat(folder.resolve("dead-letters")).doesNotExist();
    }

    @Test
    void readsOnlyWhatIsMeant() throws Exception {
        try (OcsfProcess some =
                backfill("--json", "--source", "vpc_flow", "--from", "2026-06-02", "--to", "20260602")) {
            assertThat(some.awaitExit()).as(some.err()).isZero();
            assertThat(some.number("objectsSettled")).isEqualTo(OBJECTS / 10);
        }
    }

    private OcsfProcess backfill(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "backfill",
                "--bucket",
                BUCKET,
                "--s3-endpoint",
                s3.endpoint().toString(),
                "--opensearch",
                node.uri().toString(),
                "--ledger",
                ledger.toString()));
        arguments.addAll(List.of(more));
        return OcsfProcess.start(s3, folder, arguments);
    }

    private int lines() throws IOException {
        return Files.exists(ledger) ? Files.readAllLines(ledger).size() : 0;
    }

    /** The same rows under many keys: other ids, so other documents. */
    private void fill() throws IOException {
        Path bucket = s3.createBucket(BUCKET);
        Path object = folder.resolve("object.parquet");
        SampleLake.writeObject(LakeTable.VPC_FLOW_V2, object, ROWS, ObjectOptions.defaults());
        for (int i = 0; i < OBJECTS; i++) {
            Path file = bucket.resolve("aws/VPC_FLOW/2.0/region=us-east-1/accountId=111122223333/eventDay=2026060"
                    + i % 10 + "/" + i + ".gz.parquet");
            Files.createDirectories(file.resolveSibling("."));
            Files.copy(object, file);
        }
        Path metadata = bucket.resolve("aws/VPC_FLOW/2.0/metadata/00001.metadata.json");
        Files.createDirectories(metadata.resolveSibling("."));
        Files.writeString(metadata, "{}");
        Files.writeString(bucket.resolve("aws/VPC_FLOW/2.0/region=us-east-1/readme.txt"), "no events");
    }

    private void deleteIndices() {
        for (IndexSummary index : admin.indices(INDICES)) {
            admin.deleteIndex(index.name());
        }
    }
}
