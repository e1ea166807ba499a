package org.ocsf4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class SettingsTest {

    private static final Map<String, String> SECRET = Map.of("OCSF_OPENSEARCH_PASSWORD", "hush-password");

    @Command
    private static final class Holder {
        @Mixin
        private final SettingsOptions options = new SettingsOptions();
    }

    @Test
    void travelToAnExecutorWithTheirSecretsAndAreShownWithout() throws Exception {
        Settings settings =
                settings("s3://state/lake", "--user", "ingest", "--role-arn", "arn", "--external-id", "hush-id");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(settings);
        }
        assertThat(settings.password()).isEqualTo("hush-password");
        assertThat(settings.toString()).contains("search.example").doesNotContain("hush");
    }

    @Test
    void keepTheirStateBelowAFolderOfAnotherBucket() {
        assertThat(settings("s3://state").statePrefix()).isEmpty();
        assertThat(settings("s3://state/a/b").statePrefix()).isEqualTo("a/b/");
        assertThat(settings("s3://state/a/").statePrefix()).isEqualTo("a/");
        assertThatThrownBy(() -> settings("s3://lake/state"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--state");
        assertThatThrownBy(() -> settings("file:///tmp")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void needAPasswordForAUser() {
        Holder holder = new Holder();
        new CommandLine(holder)
                .parseArgs(
                        "--bucket",
                        "lake",
                        "--opensearch",
                        "https://search.example",
                        "--state",
                        "s3://state",
                        "--user",
                        "u");
        assertThatThrownBy(() -> holder.options.settings(Map.of())).isInstanceOf(ConfigurationException.class);
    }

    private static Settings settings(String state, String... more) {
        Holder holder = new Holder();
        String[] all = new String[more.length + 6];
        System.arraycopy(
                new String[] {"--bucket", "lake", "--opensearch", "https://search.example", "--state", state},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        new CommandLine(holder).parseArgs(all);
        return holder.options.settings(SECRET);
    }
}
