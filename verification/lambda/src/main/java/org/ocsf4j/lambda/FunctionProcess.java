package org.ocsf4j.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** An execution environment: a virtual machine with Lambda's runtime interface client, fed by a {@link RuntimeApi} of its own. */
final class FunctionProcess implements AutoCloseable {

    /** What Lambda sets: one compiler, the serial collector, and most of 512 MB as heap. */
    private static final List<String> JVM =
            List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final Path log;

    /** How an invocation went. */
    enum Ending {
        RESPONSE,
        ERROR,
        DIED
    }

    /**
     * One invocation.
     *
     * @param body the response, or what the runtime client reports of an error
     * @param wall from the event's hand-over to the answer
     * @param cpu of the whole process meanwhile
     */
    record Invocation(Ending ending, String body, Duration wall, Duration cpu) {}

    FunctionProcess(Path target, Deployment deployed, Map<String, String> environment) throws IOException {
        log = Files.createTempFile("ocsf-lambda-", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.add("-cp");
        command.add(Deployment.jars(target.resolve("runtime")).stream()
                .map(jar -> jar.toAbsolutePath().toString())
                .collect(Collectors.joining(System.getProperty("path.separator"))));
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(deployed.handler());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(deployed.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("JAVA_"));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "ocsf");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        builder.environment().put("_HANDLER", deployed.handler());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /**
     * Waits until the function has been made.
     *
     * @return how that went
     */
    Invocation awaitReady() throws IOException {
        return outcome(api.ready(), System.nanoTime(), Duration.ZERO);
    }

    /** Hands over an event and waits for the answer, or for the end of the process. */
    Invocation invoke(String event, Duration time) throws IOException {
        Duration before = cpu();
        return outcome(api.invoke(event, time), System.nanoTime(), before);
    }

    private Invocation outcome(CompletableFuture<RuntimeApi.Answer> answer, long start, Duration before)
            throws IOException {
        try {
            CompletableFuture.anyOf(answer, process.onExit()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the function worked", e);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new IOException("the function gave no answer; " + log(), e);
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (!answer.isDone()) {
            return new Invocation(Ending.DIED, log(), wall, Duration.ZERO);
        }
        RuntimeApi.Answer said = answer.join();
        return new Invocation(
                said.isResponse() ? Ending.RESPONSE : Ending.ERROR, said.body(), wall, cpu().minus(before));
    }

    /** CPU time of the process so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All that it has printed. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it as {@code kill -9} does, and waits for its end. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        api.close();
        Files.deleteIfExists(log);
    }
}
