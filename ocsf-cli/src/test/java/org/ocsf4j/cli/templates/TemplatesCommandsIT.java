package org.ocsf4j.cli.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.cli.Captured;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.OpenSearchVersion;

/** The commands about templates: exit codes and output, and an empty server of each generation. */
final class TemplatesCommandsIT {

    private static final int MAX_FIELDS = 999;

    @ParameterizedTest
    @ValueSource(strings = {"2.19.4", "3.4.0"})
    void installsIntoAnEmptyServerOnceAndNamesDrift(String number) {
        OpenSearchVersion version = OpenSearchVersion.of(number);
        assumeTrue(LocalOpenSearch.isAvailable(version), () -> "no Java that runs OpenSearch " + number);
        try (LocalOpenSearch node = LocalOpenSearch.builder().version(version).start()) {
            String url = node.uri().toString();

            Captured dry = run("install", "--dry-run", "--opensearch", url);
            assertThat(dry.exit()).isZero();
            assertThat(dry.out()).contains("would be created").doesNotContain("acknowledged");
            assertThat(run("verify", "--opensearch", url).exit())
                    .as("nothing is there yet")
                    .isEqualTo(1);

            List<String> first =
                    run("install", "--json", "--opensearch", url).out().lines().toList();
            assertThat(first)
                    .hasSizeGreaterThan(100)
                    .allMatch(line -> line.endsWith("\"state\":\"created\",\"acknowledged\":true}"));

            Captured verified = run("verify", "--opensearch", url);
            assertThat(verified.exit()).isZero();
            assertThat(verified.out().strip()).isEqualTo(first.size() + " in all; no drift");
            Captured again = run("install", "--opensearch", url);
            assertThat(again.exit()).isZero();
            assertThat(again.out()).endsWith(first.size() + " in all; nothing to change" + System.lineSeparator());

            try (OpenSearchAdmin admin =
                    OpenSearchAdmin.builder().endpoint(node.uri()).build()) {
                admin.deleteIndexTemplate("ocsf-health");
            }
            Captured drifted = run("verify", "--opensearch", url, "--shards", "2");
            assertThat(drifted.exit()).isEqualTo(1);
            assertThat(drifted.out())
                    .contains(
                            "component template ocsf-settings: template.settings.index.number_of_shards: is 1, should be 2",
                            "index template ocsf-health: not installed",
                            "2 differences");
            assertThat(run("verify", "--json", "--opensearch", url).out().strip())
                    .isEqualTo(
                            "{\"kind\":\"index\",\"name\":\"ocsf-health\",\"path\":\"\",\"wanted\":null,\"found\":null}");
        }
    }

    @Test
    void noClassHasAThousandFields() {
        for (String versions : List.of("1.0.0-rc.2,1.1.0", "all")) {
            Captured list = run("list", "--json", "--versions", versions);
            assertThat(list.exit()).isZero();
            assertThat(list.out().lines()).isNotEmpty().allMatch(line -> {
                int at = line.indexOf("\"fields\":") + 9;
                return Integer.parseInt(line.substring(at, line.indexOf('}', at))) <= MAX_FIELDS;
            });
        }
    }

    @Test
    void showsAndExportsTheSameBodies(@TempDir Path folder) throws Exception {
        Captured show = run("show", "ocsf-health");
        assertThat(show.exit()).isZero();
        Captured export = run("export", folder.toString());
        assertThat(export.exit()).isZero();
        assertThat(Files.readString(folder.resolve("index_templates/ocsf-health.json"), StandardCharsets.UTF_8))
                .isEqualToIgnoringWhitespace(show.out());
        try (Stream<Path> files = Files.walk(folder)) {
            long written = files.filter(Files::isRegularFile).count();
            assertThat(export.out()).startsWith("wrote " + written + " files to ");
            assertThat(run("show").out().lines()).hasSize((int) written);
        }
        assertThat(run("show", "no-such-template").exit()).isEqualTo(2);
        assertThat(run().exit()).isEqualTo(2);
    }

    private static Captured run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("templates"));
        all.addAll(List.of(arguments));
        return Captured.run(all);
    }
}
