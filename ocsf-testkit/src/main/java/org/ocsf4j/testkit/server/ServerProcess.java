package org.ocsf4j.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server in a JVM of its own: started, waited for, ended for certain. Thread-safe; the owner closes it, which also
 * closes its run folder.
 */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final int LOG_TAIL_LINES = 40;
    private static final int LOG_TAIL_BYTES = 64 * 1024;

    /** All that the class path of the child gets from the testkit. */
    private static final List<Class<?>> CHILD_CLASSES = List.of(
            ChildMain.class,
            FileTrees.class,
            OpenSearchChild.class,
            S3Child.class,
            TaggingBlobStore.class,
            EntityTagStamp.class,
            SqsChild.class);

    private final String name;
    private final RunFolder runFolder;
    private final Process process;
    private boolean closed;

    private ServerProcess(String name, RunFolder runFolder, Process process) {
        this.name = name;
        this.runFolder = runFolder;
        this.process = process;
    }

    /**
     * Starts a server; it is not ready before {@link #awaitPort()} returns.
     *
     * @param runFolder closed with this process, and here when the process cannot be started
     * @param childArguments for {@link ChildMain}, without the run folder
     */
    static ServerProcess start(
            String name,
            RunFolder runFolder,
            Path javaHome,
            Path home,
            List<String> jvmArguments,
            List<String> childArguments) {
        try {
            List<String> command = new ArrayList<>();
            command.add(javaHome.resolve("bin/java").toString());
            command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
            command.add(
                    "-Djava.io.tmpdir=" + Files.createDirectory(runFolder.path().resolve("tmp")));
            command.addAll(jvmArguments);
            command.addAll(
                    List.of("-cp", writeChildClasses(runFolder) + File.pathSeparator + home.resolve("lib") + "/*"));
            command.addAll(List.of(ChildMain.class.getName(), runFolder.path().toString()));
            command.addAll(childArguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(runFolder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(logFile(runFolder).toFile());
            // file names are UTF-8 whatever the locale of the parent
            builder.environment().put("LC_ALL", "C.UTF-8");
            return new ServerProcess(name, runFolder, builder.start());
        } catch (IOException failure) {
            runFolder.close();
            throw new LocalServerException(
                    "[" + name + "] its process cannot be started; " + javaHome + "; see the cause", failure);
        }
    }

    private static Path writeChildClasses(RunFolder runFolder) throws IOException {
        Path root = runFolder.path().resolve("classes");
        for (Class<?> type : CHILD_CLASSES) {
            String resource = type.getName().replace('.', '/') + ".class";
            Path file = root.resolve(resource);
            Files.createDirectories(file.resolveSibling(""));
            try (InputStream bytes = type.getResourceAsStream("/" + resource)) {
                if (bytes == null) {
                    throw new IOException("class missing from the testkit: " + resource);
                }
                Files.copy(bytes, file);
            }
        }
        return root;
    }

    /** Waits until the server listens; closes it and throws with the end of its log when it does not. */
    int awaitPort() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        Path portFile = runFolder.path().resolve(ChildMain.PORT_FILE);
        try {
            while (System.nanoTime() < deadline) {
                if (Files.exists(portFile)) {
                    return Integer.parseInt(Files.readString(portFile));
                }
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw failed("ended while it started; exit code " + process.exitValue(), null);
                }
            }
            throw failed("not ready after " + START_TIMEOUT.toSeconds() + " s", null);
        } catch (IOException failure) {
            throw failed("its port file is unreadable", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed("interrupted while it started", stopped);
        }
    }

    /** Closes the process; the exception quotes the end of its log. */
    LocalServerException failed(String problem, @Nullable Throwable cause) {
        String tail = logTail();
        close();
        return new LocalServerException(
                "[" + name + "] " + problem + "; see what the end of its log names\n" + tail, cause);
    }

    long pid() {
        return process.pid();
    }

    Path logFile() {
        return logFile(runFolder);
    }

    private static Path logFile(RunFolder runFolder) {
        return runFolder.path().resolve("server.log");
    }

    private String logTail() {
        try {
            byte[] log = Files.readAllBytes(logFile());
            int from = Math.max(0, log.length - LOG_TAIL_BYTES);
            List<String> lines = new String(log, from, log.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(its log is unreadable: " + unreadable + ")";
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            runFolder.close();
        }
    }
}
