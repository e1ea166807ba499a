package org.ocsf4j.cli.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the dashboards as a file that the console imports. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the dashboards as saved objects (NDJSON) that the console imports.")
final class ExportCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write; standard output if absent")
    private @Nullable Path output;

    @Mixin
    private DashboardContents contents = new DashboardContents();

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            Files.write(output, contents.ndjson());
        } else {
            System.out.write(contents.ndjson());
            System.out.flush();
        }
        return 0;
    }
}
