package org.ocsf4j.cli.worker;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.cli.Progress;
import org.ocsf4j.opensearch.OpenSearchSink;
import picocli.CommandLine.Option;

/** The options that say where a worker answers for its health. */
public final class HealthOptions {

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            description =
                    "answer /live, /ready and /metrics there; 0 takes a free port; without it nothing is answered")
    private @Nullable Integer port;

    @Option(
            names = "--health-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "the address to answer on, 0.0.0.0 for all; default ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    /** Starts to answer, where that is asked for, and measures {@code sink}. */
    public WorkerHealth watch(OpenSearchSink sink) {
        if (port == null) {
            return WorkerHealth.unwatched(sink);
        }
        WorkerHealth health = WorkerHealth.watched(sink, host, port);
        Progress.say("ocsf: health and metrics at " + health.uri());
        return health;
    }
}
