package org.ocsf4j.cli.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.dashboards.Monitor;
import org.ocsf4j.dashboards.Monitors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the dashboards as a file that the console imports, or the monitors as files for Alerting. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the dashboards as saved objects (NDJSON) that the console imports.",
            "With --monitors, writes monitors for OpenSearch's Alerting instead, or beside a file of dashboards."
        })
final class ExportCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write; standard output if absent")
    private @Nullable Path output;

    @Option(
            names = "--monitors",
            paramLabel = "DIR",
            description = "writes each monitor as DIR/<id>.json: the body of POST /_plugins/_alerting/monitors")
    private @Nullable Path monitors;

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "the notification channel that the monitors tell; without it alerts are only listed")
    private @Nullable String channel;

    @Mixin
    private DashboardContents contents = new DashboardContents();

    @Override
    public Integer call() throws IOException {
        if (monitors != null) {
            writeMonitors(monitors);
        }
        if (output != null) {
            Files.write(output, contents.ndjson());
        } else if (monitors == null) {
            System.out.write(contents.ndjson());
            System.out.flush();
        }
        return 0;
    }

    private void writeMonitors(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Monitor monitor : Monitors.all()) {
            Files.write(folder.resolve(monitor.id() + ".json"), Monitors.export(monitor, channel));
        }
        System.out.println("wrote " + Monitors.all().size() + " monitors to " + folder);
    }
}
