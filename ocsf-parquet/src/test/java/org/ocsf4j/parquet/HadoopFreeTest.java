package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a file takes no class of Hadoop, and none of the library that reads Parquet by Hadoop's means. */
final class HadoopFreeTest {

    /** Run in a JVM of its own. */
    public static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            ParquetJson.convert(Path.of(args[0]), OutputStream.nullOutputStream());
            new ParquetInspector().inspect(Path.of(args[0]));
        }
    }

    @Test
    void loadsNoClassOfHadoop(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("x.parquet");
        Files.write(
                file,
                TestFile.of("required int32 a;").row(row -> row.add("a", 1)).bytes());
        Path log = folder.resolve("classes.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        List<String> loaded = Files.readAllLines(log).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                .toList();
        assertThat(loaded)
                .contains(ParquetJson.class.getName(), "org.apache.parquet.schema.MessageType")
                .noneMatch(name -> name.startsWith("org.apache.hadoop."))
                .noneMatch(name -> name.startsWith("org.apache.parquet.hadoop."));
    }
}
