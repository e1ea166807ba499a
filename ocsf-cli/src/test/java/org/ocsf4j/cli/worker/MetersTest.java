package org.ocsf4j.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.schema.json.JsonTree;

/** What a worker shows is what the page on metrics lists and what the dashboard asks for. */
final class MetersTest {

    private static final Path ROOT = Path.of(System.getProperty("ocsf4j.root", ".."));
    private static final Pattern FAMILY = Pattern.compile("# TYPE (ocsf_\\w+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern METER_IN_QUERY = Pattern.compile("\\b(?:ocsf|jvm|process)_\\w+");

    private static String scrape = "";

    @BeforeAll
    static void readWhatAWorkerShows() throws IOException, InterruptedException {
        try (OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(URI.create("http://127.0.0.1:9"))
                        .build();
                WorkerHealth health = WorkerHealth.watched(sink, "127.0.0.1", 0)) {
            scrape = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(health.uri().resolve("/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void thePageOnMetricsListsEachMeter() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/metrics.md"));
        Matcher table = Pattern.compile("<!-- meters -->\\n(.*?)\\n<!-- end -->", Pattern.DOTALL)
                .matcher(page);
        assertThat(table.find()).isTrue();
        assertThat(table.group(1))
                .as("the table between the marks in docs/metrics.md")
                .isEqualTo(table());
    }

    @Test
    void theDashboardAsksForNothingThatIsNotThere() throws IOException {
        Map<String, Object> dashboard =
                JsonTree.parseObject(Files.readAllBytes(ROOT.resolve("examples/worker/grafana/ocsf4j.json")));
        List<String> queries = new ArrayList<>();
        for (Object panel : array(dashboard.get("panels"))) {
            for (Object target : array(object(panel).get("targets"))) {
                queries.add(String.valueOf(object(target).get("expr")));
            }
        }
        Set<String> asked = queries.stream()
                .flatMap(query -> METER_IN_QUERY.matcher(query).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(10).isSubsetOf(samples().keySet());
    }

    /** A row for each family but those of the longest time, which every timer has. */
    private static String table() {
        Set<String> lines = new TreeSet<>();
        Matcher family = FAMILY.matcher(scrape);
        while (family.find()) {
            String name = family.group(1);
            if (!name.endsWith("_seconds_max")) {
                lines.add("| `" + name + "` | " + (family.group(2).equals("summary") ? "timer" : family.group(2))
                        + " | " + tags(name) + " | " + help(name) + " |");
            }
        }
        return "| Meter | Kind | Tags | Tells |\n|---|---|---|---|\n" + String.join("\n", lines);
    }

    private static String help(String name) {
        Matcher help = Pattern.compile("(?m)^# HELP " + name + " (.*)$").matcher(scrape);
        return help.find() ? help.group(1) : "";
    }

    private static String tags(String family) {
        Map<String, Set<String>> tags = new TreeMap<>();
        samples().forEach((name, labels) -> {
            if (name.equals(family) || name.equals(family + "_count")) {
                labels.forEach((tag, values) ->
                        tags.computeIfAbsent(tag, any -> new TreeSet<>()).addAll(values));
            }
        });
        return tags.entrySet().stream()
                .map(tag -> "`" + tag.getKey() + "`: "
                        + tag.getValue().stream()
                                .map(value -> "`" + value + "`")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** The values of each sample's labels, by the sample's name. */
    private static Map<String, Map<String, Set<String>>> samples() {
        Map<String, Map<String, Set<String>>> samples = new TreeMap<>();
        scrape.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
            Map<String, Set<String>> labels = samples.computeIfAbsent(sample.group(1), any -> new TreeMap<>());
            Matcher label = LABEL.matcher(Objects.requireNonNullElse(sample.group(2), ""));
            while (label.find()) {
                labels.computeIfAbsent(label.group(1), any -> new TreeSet<>()).add(label.group(2));
            }
        });
        return samples;
    }

    private static Map<String, Object> object(@Nullable Object value) {
        return Objects.requireNonNull(JsonTree.objectOrNull(value));
    }

    private static List<Object> array(@Nullable Object value) {
        return Objects.requireNonNull(JsonTree.arrayOrNull(value));
    }
}
