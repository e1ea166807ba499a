package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

final class SchemaCommandsTest {

    private static final String GOOD =
            "{\"metadata\":{\"version\":\"1.1.0\",\"product\":{\"vendor_name\":\"v\",\"name\":\"n\"}},"
                    + "\"time\":1649721732000,\"class_uid\":0,\"category_uid\":0,\"activity_id\":99,\"type_uid\":99,\"severity_id\":1}\n";

    private final Path folder;

    SchemaCommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void schemaListsVersionsClassesAndObjects() {
        assertThat(Ocsf.execute("schema", "1.1.0")).isZero();
        assertThat(Ocsf.execute("schema", "1.1.0", "network_activity")).isZero();
        assertThat(Ocsf.execute("schema", "1.1.0", "4001", "--json")).isZero();
        assertThat(Ocsf.execute("schema", "diff", "1.0.0-rc.2", "1.1.0", "api_activity"))
                .isZero();
    }

    @Test
    void wrongUsageIsTwoAndUnknownNamesFail() {
        assertThat(Ocsf.execute("schema")).isEqualTo(2);
        assertThat(Ocsf.execute("schema", "9.9.9")).isEqualTo(2);
        assertThat(Ocsf.execute("schema", "diff", "1.1.0", "9.9.9")).isEqualTo(2);
        assertThat(Ocsf.execute("schema", "compile", folder.toString())).isEqualTo(2);
        assertThat(Ocsf.execute("validate", "x", "--version", "9.9.9")).isEqualTo(2);
        assertThat(Ocsf.execute("schema", "1.1.0", "no_such_class")).isEqualTo(1);
        assertThat(Ocsf.execute("schema", "--help")).isZero();
        assertThat(Ocsf.execute("validate", "--help")).isZero();
    }

    @Test
    void aFolderThatIsNoMetaschemaFailsAndLeavesNoFile() throws IOException {
        Path out = folder.resolve("out.json");
        assertThat(Ocsf.execute("schema", "compile", folder.toString(), "-o", out.toString()))
                .isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void validateReadsParquetAndLinesAndFailsOnErrors() throws IOException {
        Path dns = SampleLake.writeObject(
                        LakeTable.ROUTE53_V1, folder.resolve("dns.parquet"), 50, ObjectOptions.defaults())
                .path();
        Path good = Files.writeString(folder.resolve("good.ndjson"), GOOD + "\n" + GOOD);
        Path bad = Files.writeString(folder.resolve("bad.ndjson"), GOOD + "{\"class_uid\":");

        assertThat(Ocsf.execute("validate", good.toString())).isZero();
        assertThat(Ocsf.execute("validate", "--json", good.toString(), bad.toString()))
                .isEqualTo(1);
        assertThat(Ocsf.execute("validate", folder.resolve("missing").toString()))
                .isEqualTo(1);
        assertThat(Ocsf.execute("validate", "--notes", dns.toString())).isIn(0, 1);
    }

    @Test
    void linesMayBeLongerThanTheBuffer() throws IOException {
        String filler = "\"raw_data\":\"" + "x".repeat(700_000) + "\",";
        Path file = Files.writeString(
                folder.resolve("long.ndjson"), GOOD + GOOD.replace("\"time\"", filler + "\"time\"") + GOOD.strip());
        int[] lines = {0};
        EventLines.forEach(file, (buffer, offset, length, read) -> lines[0]++);
        assertThat(lines[0]).isEqualTo(3);
    }
}
