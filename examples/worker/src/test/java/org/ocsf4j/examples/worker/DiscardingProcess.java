package org.ocsf4j.examples.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** OpenSearch's bulk endpoint that keeps nothing, as a process of its own. */
final class DiscardingProcess implements AutoCloseable {

    private final Process process;
    private final URI uri;

    DiscardingProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.ocsf4j.load.DiscardingServer")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the discarding server did not start");
        }
        uri = URI.create("http://127.0.0.1:" + port.strip());
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
