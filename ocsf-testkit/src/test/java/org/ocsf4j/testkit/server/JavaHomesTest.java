package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaHomesTest {

    private final Path folder;

    JavaHomesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesTheRunningOneWhenItIsNewEnough() throws IOException {
        Path running = home("running", "17.0.15");
        home("newer", "21.0.1");

        assertThat(find(17, running, Map.of())).isEqualTo(running);
    }

    @Test
    void takesTheOldestOtherThatIsNewEnough() throws IOException {
        Path running = home("running", "17.0.15");
        home("c-newest", "25");
        Path right = home("b", "21.0.1");
        home("a-old", "1.8.0_402");

        assertThat(find(21, running, Map.of())).isEqualTo(right);
    }

    @Test
    void findsTheOnesThatTheEnvironmentNames() throws IOException {
        Path running = home("running", "17.0.15");
        Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
        Path named = home(elsewhere, "jdk", "21.0.9");

        for (String variable : List.of("JAVA_HOME", "JAVA21_HOME", "JAVA_21_HOME", "JAVA_HOME_21_X64")) {
            assertThat(find(21, running, Map.of(variable, named.toString())))
                    .as(variable)
                    .isEqualTo(named);
        }
    }

    @Test
    void findsNoneWhereAllAreOldOrNoneAtAll() throws IOException {
        Path running = home("running", "17.0.15");
        Files.createDirectories(folder.resolve("empty/bin"));
        Files.writeString(home("liar", "21").resolve("release"), "JAVA_VERSION=twenty-one");
        Files.delete(home("no-java", "21").resolve("bin/java"));

        JavaHomes homes = new JavaHomes(
                running,
                Map.of("JAVA_HOME", "\0not a path", "XJAVA_HOME", folder.toString()),
                List.of(folder, folder.resolve("absent")));

        assertThat(homes.find(21)).isEmpty();
    }

    private Path find(int oldest, Path running, Map<String, String> environment) {
        return new JavaHomes(running, environment, List.of(folder)).find(oldest).orElseThrow();
    }

    private Path home(String name, String version) throws IOException {
        return home(folder, name, version);
    }

    private static Path home(Path parent, String name, String version) throws IOException {
        Path home = parent.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
