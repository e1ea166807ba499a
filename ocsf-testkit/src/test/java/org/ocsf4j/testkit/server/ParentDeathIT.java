package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentDeathIT {

    private final Path temp;

    ParentDeathIT(@TempDir Path temp) {
        this.temp = temp;
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensearch", "s3", "sqs"})
    void endsTheServerOfAKilledProgram(String name) throws Exception {
        Process holder = holder(name, "stay");
        try (BufferedReader said = holder.inputReader()) {
            ServerFacts server = facts(said);
            assertThat(ProcessHandle.of(server.pid())).isPresent();
            assertThat(server.runFolder()).isDirectory();

            holder.destroyForcibly().waitFor();

            assertGone(server);
        }
    }

    @Test
    void endsTheServerOfAProgramThatExitedWithoutClosingIt() throws Exception {
        Process holder = holder("sqs", "exit");
        try (BufferedReader said = holder.inputReader()) {
            ServerFacts server = facts(said);

            assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();

            assertThat(holder.exitValue()).isZero();
            assertGone(server);
        }
    }

    private record ServerFacts(long pid, Path runFolder) {}

    private static ServerFacts facts(BufferedReader said) throws IOException {
        long pid = Long.parseLong(said.readLine());
        return new ServerFacts(pid, Path.of(said.readLine()).resolveSibling(""));
    }

    private Process holder(String server, String how) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temp,
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerHolder.class.getName(),
                        server,
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void assertGone(ServerFacts server) throws Exception {
        Optional<ProcessHandle> child = ProcessHandle.of(server.pid());
        if (child.isPresent()) {
            child.get().onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(server.pid())).isEmpty();
        assertThat(server.runFolder()).doesNotExist();
        try (var left = Files.list(server.runFolder().resolveSibling(""))) {
            assertThat(left).isEmpty();
        }
    }
}
