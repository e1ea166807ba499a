package org.ocsf4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ocsf4j.testkit.server.LocalS3;

/** The command as a process of its own, to be told to end or to be killed. Closing kills it. */
public final class OcsfProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path out;
    private final Path err;

    private OcsfProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code ocsf arguments…} with the store's credentials; output goes to files in {@code folder}. */
    public static OcsfProcess start(LocalS3 s3, Path folder, List<String> arguments) throws IOException {
        Path out = Files.createTempFile(folder, "ocsf-", ".out");
        Path err = Files.createTempFile(folder, "ocsf-", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                "org.ocsf4j.cli.Ocsf"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", s3.accessKey());
        builder.environment().put("AWS_SECRET_ACCESS_KEY", s3.secretKey());
        builder.environment().put("AWS_REGION", s3.region());
        return new OcsfProcess(builder.start(), out, err);
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** The exit code, within two minutes. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the command did not end; " + err());
        }
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written to standard output. */
    public String out() {
        return read(out);
    }

    /** What it has written to standard error. */
    public String err() {
        return read(err);
    }

    /** The value of a number in the last line of standard output, which is JSON; the first one of that name. */
    public long number(String member) {
        String text = out();
        int at = text.indexOf("\"" + member + "\":");
        if (at < 0) {
            throw new IllegalStateException("there is no " + member + " in " + text + err());
        }
        String rest = text.substring(at + member.length() + 3);
        return Long.parseLong(rest.substring(
                0, rest.length() - rest.replaceFirst("^[0-9]+", "").length()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
