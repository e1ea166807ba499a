package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerHomeTest {

    private static final String FETCH_ONE_JAR =
            """
            for a in "$@"; do case "$a" in -Docsf4j.home=*) h="${a#-Docsf4j.home=}";; esac; done
            mkdir "$h/lib"; echo jar > "$h/lib/server.jar"; echo run >> "$0.runs"
            """;

    private final List<String> progress = new ArrayList<>();
    private final Path temp;

    ServerHomeTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void isAssembledOnceAndThenFound() throws IOException {
        Maven maven = maven(FETCH_ONE_JAR);

        Path first = home("1").resolve(cache(), maven, progress::add);
        Path second = home("1").resolve(cache(), maven, progress::add);

        assertThat(second).isEqualTo(first).isDirectory();
        assertThat(first.resolve("lib/server.jar")).hasContent("jar");
        assertThat(first.resolve("finished")).exists();
        assertThat(runs()).isEqualTo(1);
        assertThat(progress).first().asString().startsWith("[s3proxy 1] assembling its home with Maven, once;");
        assertThat(progress).last().asString().startsWith("[s3proxy 1] assembled in");
    }

    @Test
    void isAssembledOnceByManyAtOnce() throws Exception {
        Maven maven = maven("sleep 0.3\n" + FETCH_ONE_JAR);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> homes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                homes.add(threads.submit(() -> home("1").resolve(cache(), maven, line -> {})));
            }
            for (Future<Path> home : homes) {
                assertThat(home.get().resolve("finished")).exists();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void isAnotherOneForAnotherRecipe() throws IOException {
        Maven maven = maven(FETCH_ONE_JAR);

        assertThat(home("1").resolve(cache(), maven, progress::add))
                .isNotEqualTo(home("2").resolve(cache(), maven, progress::add));
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void quotesMavenAndLeavesNothingWhenAFetchFails() throws IOException {
        Maven maven = maven("echo '[ERROR] no route to the registry'; mkdir half; exit 1\n");

        assertThatThrownBy(() -> home("1").resolve(cache(), maven, progress::add))
                .isInstanceOf(LocalServerException.class)
                .hasMessageStartingWith("[s3proxy 1] Maven could not fetch its jars; exit code 1;")
                .hasMessageEndingWith("[ERROR] no route to the registry");
        assertThat(folders()).isEmpty();
    }

    @Test
    void countsNoHomeThatWasNotFinished() throws IOException {
        ServerHome broken = new ServerHome("s3proxy", "1", "s3proxy-home.xml", Map.of(), home -> {
            throw new IOException("disk full");
        });

        assertThatThrownBy(() -> broken.resolve(cache(), maven(FETCH_ONE_JAR), progress::add))
                .isInstanceOf(LocalServerException.class)
                .hasRootCauseMessage("disk full");
        assertThat(folders()).isEmpty();
    }

    @Test
    void removesTheHalfThatAKilledAssemblyLeft() throws IOException {
        Path home = home("1").resolve(cache(), maven(FETCH_ONE_JAR), progress::add);
        Path half = home.resolveSibling(".assembling-" + home.getFileName() + "-killed");
        Files.move(home, half);

        home("1").resolve(cache(), maven(FETCH_ONE_JAR), progress::add);

        assertThat(half).doesNotExist();
        assertThat(folders()).containsExactly(home.getFileName().toString());
    }

    @Test
    void saysWhatToInstallWhenThereIsNoMaven() {
        Maven none = new Maven(Map.of("PATH", "relative:" + temp + ":\0"));

        assertThatThrownBy(() -> home("1").resolve(cache(), none, progress::add))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("mvn is neither in MAVEN_HOME nor on the PATH; install Maven 3.8.7 or newer");
        assertThat(temp.resolve("cache").resolve("s3proxy-1")).doesNotExist();
    }

    private Path cache() {
        return temp.resolve("cache");
    }

    private static ServerHome home(String version) {
        return new ServerHome(
                "s3proxy",
                version,
                "s3proxy-home.xml",
                Map.of("s3proxy.version", version),
                home -> Files.createFile(home.resolve("finished")));
    }

    private Maven maven(String script) throws IOException {
        Path mvn = Files.createDirectories(temp.resolve("maven/bin")).resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\n" + script);
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
        return new Maven(Map.of("MAVEN_HOME", temp.resolve("maven").toString()));
    }

    private long runs() throws IOException {
        return Files.readAllLines(temp.resolve("maven/bin/mvn.runs")).size();
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> entries = Files.list(cache())) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        }
    }
}
