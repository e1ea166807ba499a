package org.ocsf4j.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class SettingsTest {

    private final Path file;

    SettingsTest(@TempDir Path folder) {
        file = folder.resolve("worker.properties");
    }

    /** A command with an option of each kind. */
    @Command(name = "work", mixinStandardHelpOptions = true)
    static final class Work {

        @Option(names = {"-q", "--queue-url"})
        private String queue = "";

        @Option(names = "--where")
        private List<String> conditions = new ArrayList<>();

        @Option(names = "--until-empty")
        private boolean untilEmpty;

        @Option(names = "--external-id")
        private String externalId = "";

        @Option(names = "--config")
        private String config = "";

        @Override
        public String toString() {
            return queue + conditions + untilEmpty + externalId + config;
        }
    }

    @Test
    void takesTheCommandLineBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Files.writeString(file, "queue-url=of-file\n");
        String config = "--config=" + file;
        Map<String, String> environment = Map.of("OCSF_QUEUE_URL", "of-environment");
        assertThat(parsed(Map.of(), config).queue).isEqualTo("of-file");
        assertThat(parsed(environment, config).queue).isEqualTo("of-environment");
        assertThat(parsed(environment, config, "--queue-url", "of-line").queue).isEqualTo("of-line");
        assertThat(parsed(environment, config, "-q", "of-line").queue).isEqualTo("of-line");
    }

    @Test
    void findsTheFileInTheEnvironmentToo() throws IOException {
        Files.writeString(file, "until-empty=true\n");
        assertThat(parsed(Map.of("OCSF_CONFIG", file.toString())).untilEmpty).isTrue();
        assertThat(parsed(Map.of("OCSF_CONFIG", file.toString(), "OCSF_UNTIL_EMPTY", "false")).untilEmpty)
                .isFalse();
    }

    @Test
    void repeatsAnOptionInTheOrderOfItsNumbers() throws IOException {
        Files.writeString(file, "where.10=c=3\nwhere.2=b=2,3\nwhere.1=a\n");
        assertThat(parsed(Map.of(), "--config", file.toString()).conditions).containsExactly("a", "b=2,3", "c=3");
        assertThat(parsed(Map.of(), "--config", file.toString(), "--where=d").conditions)
                .containsExactly("d");
    }

    @Test
    void refusesAKeyThatIsNoOption() throws IOException {
        Files.writeString(file, "queue_url=x\n");
        assertThatThrownBy(() -> parsed(Map.of(), "--config=" + file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("queue_url");
        assertThatThrownBy(() -> parsed(Map.of(), "--config=" + file + "-not-there"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void readsYamlWhereTheNameSaysSo() throws IOException {
        Path yaml = file.resolveSibling("worker.yaml");
        Files.writeString(
                yaml,
                """
                # a worker
                queue-url: https://sqs/1/lake
                where:
                  - severity_id>=4
                  - "class_uid=4001,4002"
                until-empty: true
                external-id: 0123
                """);
        Work work = parsed(Map.of(), "--config", yaml.toString());

        assertThat(work.queue).isEqualTo("https://sqs/1/lake");
        assertThat(work.conditions).containsExactly("severity_id>=4", "class_uid=4001,4002");
        assertThat(work.untilEmpty).isTrue();
        assertThat(work.externalId).as("a text, not an octal number").isEqualTo("0123");
        assertThat(parsed(Map.of("OCSF_QUEUE_URL", "of-environment"), "--config", yaml.toString()).queue)
                .isEqualTo("of-environment");
    }

    @Test
    void refusesYamlThatIsMoreThanOptions() throws IOException {
        Path yaml = file.resolveSibling("worker.yml");
        for (String hostile : new String[] {
            "queue-url: {a: b}",
            "queue-url: [[a]]",
            "queue-url: a\nqueue-url: b",
            "queue-url: !!javax.script.ScriptEngineManager [a]",
            "a: &a [x]\nwhere: [*a, *a]",
            "just a text",
            "queue-url: [a",
            "queue-url: " + "x".repeat(300_000)
        }) {
            Files.writeString(yaml, hostile);
            assertThatThrownBy(() -> parsed(Map.of(), "--config=" + yaml))
                    .as(hostile.substring(0, Math.min(40, hostile.length())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("worker.yml");
        }
        Files.writeString(yaml, "queue_url: x");
        assertThatThrownBy(() -> parsed(Map.of(), "--config=" + yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("queue_url");
    }

    @Test
    void showsWhatItRunsWithAndHidesSecrets() {
        CommandLine command = new CommandLine(new Work());
        command.parseArgs("--external-id=hunter2", "--queue-url=https://user:pw@host/q", "--where=a", "--where=b");
        assertThat(ShownOptions.of(command.getParseResult()))
                .contains("--external-id=***", "--queue-url=https://***@host/q", "--where=a --where=b")
                .doesNotContain("hunter2", "pw");
    }

    private static Work parsed(Map<String, String> environment, String... arguments) {
        Work work = new Work();
        CommandLine command = new CommandLine(work);
        List<String> merged = new Settings(command.getCommandSpec(), List.of(arguments), environment).merged();
        command.parseArgs(merged.toArray(String[]::new));
        return work;
    }
}
