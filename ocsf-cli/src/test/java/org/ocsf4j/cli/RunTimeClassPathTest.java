package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command has every module on its class path, so what is not here is nowhere. */
final class RunTimeClassPathTest {

    private final List<String> jars = Arrays.stream(
                    System.getProperty("java.class.path", "").split(File.pathSeparator))
            .map(entry -> String.valueOf(Path.of(entry).getFileName()))
            .toList();

    @Test
    void holdsNoAvroAndNoHadoopRunTime() {
        assertThat(jars)
                .noneMatch(jar -> jar.startsWith("hadoop-client-runtime")
                        || jar.startsWith("hadoop-common")
                        || jar.startsWith("parquet-avro")
                        || jar.startsWith("avro-"));
    }

    @Test
    void holdsWhatReadingParquetNeeds() {
        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("parquet-hadoop-"))
                .anyMatch(jar -> jar.startsWith("hadoop-client-api-"))
                .anyMatch(jar -> jar.startsWith("jts-core-"));
    }
}
