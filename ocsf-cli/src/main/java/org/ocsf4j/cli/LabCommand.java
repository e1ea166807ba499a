package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.cli.lab.LabWatch;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job on real servers of this machine: put objects, announce them, run the pipeline, count and compare. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description =
                "Runs the whole way from S3 and SQS to OpenSearch on real local servers, and compares the counts.")
final class LabCommand implements Callable<Integer> {

    private static final long MIN_ANNOUNCED = 1;
    private static final int MAX_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--once", description = "end after the run; otherwise the page and the servers stay until Ctrl-C")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "where the page answers on 127.0.0.1; a free port by default")
    private int port;

    @Option(names = "--servers", description = "start the servers only, print where they are, run until stopped")
    private boolean serversOnly;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "every Parquet file below DIR instead of the sample lake")
    private @Nullable Path lake;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "120000",
            description = "rows of the sample lake, 500 at least; default ${DEFAULT-VALUE}")
    private long rows;

    @Option(
            names = "--announce",
            paramLabel = "N",
            defaultValue = "1",
            description = "how often each object is announced; default ${DEFAULT-VALUE}")
    private int announce;

    @Option(names = "--json", description = "the report as one JSON object, the last line of standard output")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = lake;
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "--lake is not a folder: " + folder);
        }
        if (announce < MIN_ANNOUNCED) {
            throw new ParameterException(spec.commandLine(), "--announce is below 1: " + announce);
        }
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is outside 0 to " + MAX_PORT + ": " + port);
        }
        try (LabServers servers = LabServers.start()) {
            if (serversOnly) {
                System.out.println(servers.json());
                System.out.flush();
                awaitStop();
                return 0;
            }
            return once ? report(run(servers, folder, null)) : runAndStay(servers, folder);
        }
    }

    private int runAndStay(LabServers servers, @Nullable Path folder) throws IOException, InterruptedException {
        try (LabWatch watch = LabWatch.start(port, servers.admin())) {
            Progress.say("the page: " + watch.uri());
            int exit = report(run(servers, folder, watch));
            Progress.say("the page stays at " + watch.uri() + " and OpenSearch at "
                    + servers.openSearch().uri() + "; stop with Ctrl-C");
            awaitStop();
            return exit;
        }
    }

    private int report(LabReport report) {
        System.out.print(json ? report.json() + System.lineSeparator() : report.text());
        System.out.flush();
        ReportTable.problems(report.run()).forEach(Progress::say);
        return report.agreed() ? 0 : 1;
    }

    private LabReport run(LabServers servers, @Nullable Path folder, @Nullable LabWatch watch) throws IOException {
        LabLake bucket = new LabLake(servers);
        Progress.say(folder == null ? "writing the sample lake" : "putting the files of " + folder);
        List<LabLake.Put> objects = folder == null ? bucket.putSample(rows) : bucket.putFolder(folder);
        for (int i = 0; i < announce; i++) {
            for (LabLake.Put object : objects) {
                bucket.announce(object);
                if (watch != null) {
                    watch.announced(object.location());
                }
            }
        }
        Progress.say("announced " + objects.size() + " objects, " + announce + " time(s)");
        Progress progress = new Progress();
        Path letters = Path.of(System.getProperty("java.io.tmpdir"), "ocsf-lab-dead-letters");
        if (watch == null) {
            RunReport run = LabPipeline.runUntilEmpty(servers, letters, progress);
            progress.end();
            return LabReport.of(objects.size(), run, servers.admin());
        }
        watch.begin();
        PipelineObserver both = PipelineObserver.all(List.of(progress, watch.observer()));
        RunReport run = LabPipeline.runUntilEmpty(servers, letters, both);
        progress.end();
        LabReport report = LabReport.of(objects.size(), run, servers.admin());
        watch.end(report.agreed(), report.counted());
        return report;
    }

    private static void awaitStop() throws InterruptedException {
        new CountDownLatch(1).await(); // the servers end with this process
    }
}
