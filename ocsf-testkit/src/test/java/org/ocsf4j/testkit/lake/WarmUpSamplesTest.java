package org.ocsf4j.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.parquet.WarmUp;

/** The samples of {@link WarmUp} are what this module writes; {@code -Dsamples.write=true} writes them again. */
final class WarmUpSamplesTest {

    private static final long ROWS = 200;
    private static final Path FOLDER = Path.of(
            System.getProperty("ocsf4j.root", ".."),
            "ocsf-parquet",
            "src",
            "main",
            "resources",
            "org",
            "ocsf4j",
            "parquet");
    private static final Map<String, LakeTable> TABLES = Map.of(
            "warm-up-api-activity.parquet", LakeTable.API_ACTIVITY_V2,
            "warm-up-network-activity.parquet", LakeTable.VPC_FLOW_V2);

    @Test
    void areWhatIsWrittenHere(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, LakeTable> sample : TABLES.entrySet()) {
            Codec codec = sample.getValue() == LakeTable.API_ACTIVITY_V2 ? Codec.ZSTD : Codec.GZIP;
            Path file = folder.resolve(sample.getKey());
            SampleLake.writeObject(
                    sample.getValue(),
                    file,
                    ROWS,
                    ObjectOptions.defaults().withCodec(codec).withPageChecksums(true));
            Path kept = FOLDER.resolve(sample.getKey());
            if (Boolean.getBoolean("samples.write")) {
                Files.createDirectories(FOLDER);
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(lines(kept)).isEqualTo(lines(file));
        }
        assertThat(WarmUp.run(2)).isEqualTo(2 * 2 * ROWS);
    }

    private static String lines(Path parquet) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ParquetJson.convert(parquet, lines);
        return lines.toString(StandardCharsets.UTF_8);
    }
}
