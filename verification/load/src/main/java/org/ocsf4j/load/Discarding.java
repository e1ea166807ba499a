package org.ocsf4j.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link DiscardingServer} in a process of its own, so that this one's processor time is the client's. Not thread-safe. */
final class Discarding implements AutoCloseable {

    private final Process process;
    private final URI uri;

    private Discarding(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static Discarding start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiscardingServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the discarding server did not start");
        }
        return new Discarding(process, URI.create("http://127.0.0.1:" + port.strip()));
    }

    URI uri() {
        return uri;
    }

    /** The processor time that the server has used. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close(); // it ends with its standard input
        process.getInputStream().close();
    }
}
