package org.ocsf4j.examples.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the image starts, started without one: the same files, words and environment, in another folder. Closing kills it. */
final class Container implements AutoCloseable {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");
    private static final Pattern HEALTH = Pattern.compile("health and metrics at http://[0-9.]+:([0-9]+)");

    private final Process process;
    private final Path log;

    private Container(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The words of an instruction with this folder instead of the image's, and this machine's Java. */
    static List<String> here(List<String> words, Path app) {
        List<String> here = new ArrayList<>();
        for (String word : words) {
            here.add(word.replace("/app/", app + "/"));
        }
        here.set(0, Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        return here;
    }

    static Container start(List<String> command, Map<String, String> environment, Path folder) throws IOException {
        Path log = Files.createTempFile(folder, "container", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Container(builder.start(), log);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    int awaitExit() throws InterruptedException, IOException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("it did not end; " + log());
        }
        return process.exitValue();
    }

    void terminate() {
        process.destroy();
    }

    /** The most memory that was resident at a time, of heap, code, classes and native buffers together. */
    long peakMebibytes() throws IOException {
        Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        if (!peak.find()) {
            throw new IllegalStateException("the system does not say");
        }
        return Long.parseLong(peak.group(1)) / 1024;
    }

    String awaitMetric(String line) throws IOException, InterruptedException {
        String port = awaitPort();
        while (process.isAlive()) {
            String metrics = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            if (metrics.lines().anyMatch(line::equals)) {
                return metrics;
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException("it has ended; " + log());
    }

    private String awaitPort() throws IOException, InterruptedException {
        while (process.isAlive()) {
            Matcher said = HEALTH.matcher(log());
            if (said.find()) {
                return said.group(1);
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("it has ended; " + log());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
