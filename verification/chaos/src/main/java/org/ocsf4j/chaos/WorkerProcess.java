package org.ocsf4j.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} of its own process. */
final class WorkerProcess {

    private final Process process;
    private final CountDownLatch workingOrOver = new CountDownLatch(1);

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess start(List<String> javaOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path", ""),
                Worker.class.getName()));
        command.addAll(1, javaOptions);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        WorkerProcess worker = new WorkerProcess(process);
        Thread reader = new Thread(worker::read, "worker-output");
        reader.setDaemon(true);
        reader.start();
        return worker;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(Worker.WORKING)) {
                    workingOrOver.countDown();
                }
            }
        } catch (IOException closed) {
            // its end is told below
        } finally {
            workingOrOver.countDown();
        }
    }

    /** Waits until rows are being settled, or the process has ended. */
    void awaitWork() throws InterruptedException {
        workingOrOver.await();
    }

    /** Kills it, as {@code kill -9} does, unless it ends within the time. Returns whether it was killed. */
    boolean killAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly();
        process.waitFor();
        return true;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }
}
