package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalOpenSearch;

/** Events that are normalised and checked on their way into a real OpenSearch. */
final class StagesIT {

    private static final int ROWS = 60; // below the trip wire
    private static final String OLD = "ocsf-1.0.0-rc.2-*";
    private static final String NEW = "ocsf-1.1.0-*";

    private final URI node = LocalOpenSearch.shared().uri();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(node).build();
    private final Path folder;

    StagesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void removeIndices() {
        admin.indices("ocsf-1.*").forEach(index -> admin.deleteIndex(index.name()));
        admin.close();
    }

    @Test
    void oldEventsGoIntoTheIndexesOfTheNewVersion() throws Exception {
        Path file = object(LakeTable.API_ACTIVITY_V1);

        assertThat(run("ingest", file.toString(), "--normalize", "1.1.0", "--validate", "count"))
                .contains("SETTLED", "indexed=" + ROWS);
        assertThat(count(NEW)).isEqualTo(ROWS);
        assertThat(count(OLD)).isZero();
        assertThat(admin.count(NEW, "{\"query\":{\"term\":{\"class_uid\":6003}}}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ROWS);

        assertThat(run("ingest", file.toString(), "--normalize", "1.1.0"))
                .as("delivered again it is the same documents")
                .contains("alreadyPresent=" + ROWS);
    }

    @Test
    void refusedEventsComeBackUnderTheIdsThatTheyWouldHaveHad() throws Exception {
        Path file = object(LakeTable.VPC_FLOW_V2);
        String rejecting = run(
                "ingest",
                file.toString(),
                "--validate",
                "reject",
                "--set",
                "severity_id=12"); // no such severity: every event breaks a rule

        assertThat(rejecting).contains("indexed=0", "deadLettered=" + ROWS);
        assertThat(run("redrive", folder.resolve("letters").toString(), "--json"))
                .contains("\"indexed\":" + ROWS);
        assertThat(count(NEW)).isEqualTo(ROWS);
        assertThat(run("ingest", file.toString())).contains("alreadyPresent=" + ROWS);
    }

    private Path object(LakeTable table) throws IOException {
        Path file = folder.resolve("object.parquet");
        SampleLake.writeObject(table, file, ROWS, ObjectOptions.defaults());
        return file;
    }

    private long count(String indexes) {
        admin.refresh(indexes);
        return admin.count(indexes);
    }

    /** What the command writes on standard output. */
    private String run(String command, String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(List.of(arguments));
            all.addAll(List.of("--opensearch", node.toString()));
            if (command.equals("ingest")) {
                all.addAll(List.of("--dead-letters", folder.resolve("letters").toString()));
            }
            int exit = Ocsf.execute(all.toArray(String[]::new));
            assertThat(exit).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
