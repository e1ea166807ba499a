package org.ocsf4j.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.parquet.ParquetJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Parquet files to NDJSON, a document a row, in file order; all rows or those that match. */
@Command(name = "convert", mixinStandardHelpOptions = true, description = "Writes one JSON document for each row.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Parquet files")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "the file to write; standard output if absent")
    private @Nullable Path output;

    @Mixin
    private TransformOptions transform = new TransformOptions();

    @Override
    public Integer call() throws IOException {
        boolean failed = false;
        ParquetJson converter = new ParquetJson(transform.parquet());
        try (OutputStream out = open()) {
            for (Path file : files) {
                try {
                    if (!Files.isRegularFile(file)) {
                        throw new NoSuchFileException("[" + file + "] there is no such file; check the path");
                    }
                    ParquetJson.Result result = converter.write(file, out);
                    if (!result.counts().isNone()) {
                        System.err.println(
                                "ocsf: [" + file + "] altered so that the output is strict JSON: " + result.counts());
                    }
                } catch (OcsfException | NoSuchFileException failure) {
                    System.err.println("ocsf: " + failure.getMessage());
                    failed = true;
                }
            }
        }
        return failed ? 1 : 0;
    }

    private OutputStream open() throws IOException {
        Path file = output;
        OutputStream raw =
                file == null ? new FileOutputStream(java.io.FileDescriptor.out) : Files.newOutputStream(file);
        return new BufferedOutputStream(raw, 1 << 16);
    }
}
