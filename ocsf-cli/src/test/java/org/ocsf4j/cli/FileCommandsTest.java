package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

final class FileCommandsTest {

    private final Path folder;

    FileCommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void convertWritesADocumentARowOfEachFileInOrder() throws IOException {
        Path dns = sample("dns.parquet", LakeTable.ROUTE53_V2, 3);
        Path flow = sample("flow.parquet", LakeTable.VPC_FLOW_V1, 2);
        Path out = folder.resolve("rows.ndjson");

        assertThat(Ocsf.execute("convert", dns.toString(), flow.toString(), "-o", out.toString()))
                .isZero();

        assertThat(Files.readAllLines(out)).hasSize(5).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(Files.readAllLines(out).subList(0, 3)).allMatch(line -> line.contains("\"class_uid\":4003"));
        assertThat(Files.readAllLines(out).subList(3, 5)).allMatch(line -> line.contains("\"class_uid\":4001"));
    }

    @Test
    void convertChoosesRowsAndChangesFields() throws IOException {
        Path dns = sample("dns.parquet", LakeTable.ROUTE53_V2, 3);
        Path flow = sample("flow.parquet", LakeTable.VPC_FLOW_V1, 2);
        Path key = Files.writeString(folder.resolve("key"), "sixteen bytes or more");
        Path out = folder.resolve("rows.ndjson");

        assertThat(Ocsf.execute(
                        "convert",
                        dns.toString(),
                        flow.toString(),
                        "-o",
                        out.toString(),
                        "--where",
                        "class_uid=4003",
                        "--where",
                        "!no.such.field",
                        "--drop",
                        "metadata",
                        "--mask",
                        "cloud",
                        "--hash",
                        "src_endpoint.ip",
                        "--hash-key",
                        key.toString(),
                        "--set",
                        "tenant=7",
                        "--rename",
                        "class_uid=class"))
                .isZero();

        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"tenant\":7,") && line.contains("\"class\":4003"))
                .allMatch(line -> !line.contains("\"metadata\"") && line.contains("\"region\":\"***\""))
                .allMatch(line ->
                        Pattern.compile("\"ip\":\"[0-9a-f]{64}\"").matcher(line).find());
    }

    @Test
    void aTransformThatCannotBeUnderstoodIsWrongUsage() throws IOException {
        String file = sample("dns.parquet", LakeTable.ROUTE53_V2, 1).toString();
        String shortKey = Files.writeString(folder.resolve("key"), "short").toString();

        assertThat(Ocsf.execute("convert", file, "--hash", "cloud.region")).isEqualTo(2);
        assertThat(Ocsf.execute("convert", file, "--hash", "cloud.region", "--hash-key", shortKey))
                .isEqualTo(2);
        assertThat(Ocsf.execute("convert", file, "--rename", "class_uid")).isEqualTo(2);
        assertThat(Ocsf.execute("convert", file, "--where", "time=2..1")).isEqualTo(2);
        assertThat(Ocsf.execute("convert", file, "--drop", "a..b")).isEqualTo(2);
    }

    @Test
    void oneBadFileFailsTheCommandAndTheOthersAreConverted() throws IOException {
        Path good = sample("good.parquet", LakeTable.ROUTE53_V2, 3);
        byte[] bytes = Files.readAllBytes(good);
        Path truncated = Files.write(folder.resolve("bad.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        Path out = folder.resolve("rows.ndjson");

        assertThat(Ocsf.execute("convert", truncated.toString(), good.toString(), "-o", out.toString()))
                .isEqualTo(1);

        assertThat(Files.readAllLines(out)).hasSize(3);
    }

    @Test
    void aFileThatIsNotThereFailsEveryCommand() {
        String missing = folder.resolve("missing.parquet").toString();

        assertThat(Ocsf.execute("convert", missing, "-o", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(Ocsf.execute("inspect", missing)).isEqualTo(1);
    }

    @Test
    void inspectReadsWhatConvertReads() throws IOException {
        String file = sample("waf.parquet", LakeTable.WAF_V2, 4).toString();

        assertThat(Ocsf.execute("inspect", file)).isZero();
        assertThat(Ocsf.execute("inspect", "--json", file)).isZero();
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(Ocsf.execute("convert")).isEqualTo(2);
        assertThat(Ocsf.execute("no-such-command")).isEqualTo(2);
        assertThat(Ocsf.execute("lab", "--once", "--announce", "0")).isEqualTo(2);
        assertThat(Ocsf.execute("ingest", "--opensearch", "http://127.0.0.1:1")).isEqualTo(2);
    }

    private Path sample(String name, LakeTable table, int rows) throws IOException {
        return SampleLake.writeObject(table, folder.resolve(name), rows, ObjectOptions.defaults())
                .path();
    }
}
