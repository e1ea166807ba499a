package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code opensearch.yml} of a small node that listens on 127.0.0.1 only. */
final class NodeConfiguration {

    private NodeConfiguration() {}

    /** Writes {@code config/opensearch.yml} of the run folder; closes the folder when it cannot. */
    static void write(RunFolder runFolder, @Nullable Path dataDir, Map<String, String> extra) {
        Path run = runFolder.path();
        Path data = dataDir != null ? dataDir : run.resolve("data");
        try {
            Files.createDirectories(data);
            Files.createDirectories(run.resolve("logs"));
            Files.writeString(
                    Files.createDirectories(run.resolve("config")).resolve("opensearch.yml"),
                    yaml(settings(data, run.resolve("logs"), extra)));
        } catch (IOException failure) {
            runFolder.close();
            throw new LocalServerException(
                    "[opensearch] cannot write its folders; " + data + "; see the cause", failure);
        }
    }

    private static Map<String, String> settings(Path data, Path logs, Map<String, String> extra) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cluster.name", "ocsf4j");
        settings.put("node.name", "local");
        settings.put("path.data", data.toString());
        settings.put("path.logs", logs.toString());
        settings.put("discovery.type", "single-node");
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", "0");
        settings.put("transport.port", "0");
        settings.put("node.portsfile", "true");
        settings.put("cluster.max_shards_per_node", "100000");
        settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        settings.put("indices.breaker.total.use_real_memory", "false");
        settings.putAll(extra);
        return settings;
    }

    /** Every value in single quotes, where YAML knows one escape: the quote twice. */
    private static String yaml(Map<String, String> settings) {
        StringBuilder yaml = new StringBuilder();
        settings.forEach((name, value) ->
                yaml.append(name).append(": '").append(value.replace("'", "''")).append("'\n"));
        return yaml.toString();
    }
}
