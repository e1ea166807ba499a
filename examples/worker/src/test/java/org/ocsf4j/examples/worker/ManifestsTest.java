package org.ocsf4j.examples.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ocsf4j.cli.Ocsf;

/** Image, task definition and manifests agree with one another and with the command. */
final class ManifestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long IMAGE_MEBIBYTES = 512;
    private static final int SECONDS_TO_END = 10;

    private final Dockerfile image = Dockerfile.read();
    private final JsonNode task =
            JSON.readTree(Project.file("ecs/task-definition.json").toFile());
    private final JsonNode container = task.path("containerDefinitions").path(0);
    private final List<JsonNode> manifests = manifests();
    private final JsonNode pod =
            manifest("Deployment").path("spec").path("template").path("spec");
    private final JsonNode worker = pod.path("containers").path(0);

    ManifestsTest() throws IOException {}

    @Test
    void everyVariableIsAnOptionOfTheCommand() {
        Set<String> variables = new TreeSet<>(image.environment().keySet());
        container
                .path("environment")
                .forEach(each -> variables.add(each.path("name").asText()));
        container
                .path("secrets")
                .forEach(each -> variables.add(each.path("name").asText()));
        manifest("ConfigMap").path("data").fieldNames().forEachRemaining(variables::add);
        worker.path("env").forEach(each -> variables.add(each.path("name").asText()));
        variables.removeIf(name -> !name.startsWith("OCSF_"));
        assertThat(variables).hasSizeGreaterThan(6);
        String help = help();
        assertThat(variables).allSatisfy(name -> assertThat(help)
                .containsPattern("--"
                        + name.substring("OCSF_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-') + "="));
    }

    @Test
    void theWorkerIsNobodyAndWritesOnlyToItsVolumes() throws IOException {
        assertThat(image.instruction("USER")).isEqualTo("10001:10001");
        assertThat(container.path("user").asText()).isEqualTo("10001:10001");
        assertThat(container.path("readonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("securityContext").path("runAsUser").asInt()).isEqualTo(10001);
        JsonNode security = worker.path("securityContext");
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("capabilities").path("drop").toString()).isEqualTo("[\"ALL\"]");
        List<String> volumes = image.words("VOLUME");
        assertThat(texts(container.path("mountPoints"), "containerPath")).isEqualTo(volumes);
        assertThat(texts(worker.path("volumeMounts"), "mountPath")).isEqualTo(volumes);
        assertThat(texts(container.path("mountPoints"), "sourceVolume")).isEqualTo(texts(task.path("volumes"), "name"));
        assertThat(texts(worker.path("volumeMounts"), "name")).isEqualTo(texts(pod.path("volumes"), "name"));
    }

    @Test
    void deadLettersOutliveTheContainer() {
        String place =
                manifest("ConfigMap").path("data").path("OCSF_DEAD_LETTERS").asText();
        assertThat(place).startsWith("s3://");
        assertThat(container.path("environment"))
                .anyMatch(each -> each.path("name").asText().equals("OCSF_DEAD_LETTERS")
                        && each.path("value").asText().equals(place));
    }

    @Test
    void theHeapLeavesRoomBelowTheMemoryLimit() throws IOException {
        assertThat(task.path("memory").asText()).isEqualTo(Long.toString(IMAGE_MEBIBYTES));
        assertThat(worker.path("resources").path("limits").path("memory").asText())
                .isEqualTo(IMAGE_MEBIBYTES + "Mi");
        long heap = Files.readString(Project.file("java.options"))
                .lines()
                .filter(line -> line.matches("-Xmx[0-9]+m"))
                .mapToLong(line -> Long.parseLong(line.substring(4, line.length() - 1)))
                .findFirst()
                .orElseThrow();
        assertThat(heap).isBetween(IMAGE_MEBIBYTES / 4, IMAGE_MEBIBYTES * 2 / 3);
    }

    @Test
    void probesAskWhereTheWorkerAnswers() {
        String port = image.environment().get("OCSF_HEALTH_PORT");
        assertThat(image.environment().get("OCSF_HEALTH_HOST")).isEqualTo("0.0.0.0");
        assertThat(image.instruction("EXPOSE")).isEqualTo(port);
        assertThat(worker.path("ports").path(0).path("containerPort").asText()).isEqualTo(port);
        String name = worker.path("ports").path(0).path("name").asText();
        for (Map.Entry<String, String> probe : Map.of(
                        "startupProbe", "/live", "livenessProbe", "/live", "readinessProbe", "/ready")
                .entrySet()) {
            JsonNode get = worker.path(probe.getKey()).path("httpGet");
            assertThat(get.path("path").asText()).isEqualTo(probe.getValue());
            assertThat(get.path("port").asText()).isEqualTo(name);
        }
        assertThat(container.path("healthCheck").path("command").path(1).asText())
                .contains("http://127.0.0.1:" + port + "/live");
    }

    @Test
    void whoIsToldToEndHasTheTimeForIt() {
        assertThat(container.path("stopTimeout").asInt()).isGreaterThan(SECONDS_TO_END);
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(SECONDS_TO_END);
        assertThat(image.instruction("STOPSIGNAL")).isEqualTo("SIGTERM");
    }

    @Test
    void scalesTheDeploymentByTheQueueThatItReads() {
        JsonNode spec = manifest("ScaledObject").path("spec");
        assertThat(spec.path("scaleTargetRef").path("name"))
                .isEqualTo(manifest("Deployment").path("metadata").path("name"));
        JsonNode trigger = spec.path("triggers").path(0);
        assertThat(trigger.path("type").asText()).isEqualTo("aws-sqs-queue");
        JsonNode settings = manifest("ConfigMap").path("data");
        assertThat(trigger.path("metadata").path("queueURL")).isEqualTo(settings.path("OCSF_QUEUE_URL"));
        assertThat(trigger.path("metadata").path("awsRegion")).isEqualTo(settings.path("OCSF_REGION"));
        assertThat(trigger.path("authenticationRef").path("name"))
                .isEqualTo(manifest("TriggerAuthentication").path("metadata").path("name"));
        assertThat(trigger.path("metadata")).allSatisfy(value -> assertThat(value.isTextual())
                .as("KEDA takes strings only: %s", value)
                .isTrue());
    }

    @Test
    void whatOneManifestNamesAnotherMakes() {
        assertThat(pod.path("serviceAccountName"))
                .isEqualTo(manifest("ServiceAccount").path("metadata").path("name"));
        assertThat(worker.path("envFrom").path(0).path("configMapRef").path("name"))
                .isEqualTo(manifest("ConfigMap").path("metadata").path("name"));
        JsonNode deployment = manifest("Deployment");
        assertThat(deployment.path("spec").path("selector").path("matchLabels"))
                .isEqualTo(deployment
                        .path("spec")
                        .path("template")
                        .path("metadata")
                        .path("labels"));
        assertThat(container.path("image")).isEqualTo(worker.path("image"));
    }

    private JsonNode manifest(String kind) {
        List<JsonNode> found = manifests.stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }

    private static List<JsonNode> manifests() throws IOException {
        YAMLFactory yaml = YAMLFactory.builder().build();
        yaml.enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Project.file("kubernetes"))) {
            for (Path file : files.sorted().toList()) {
                try (YAMLParser in = yaml.createParser(file.toFile());
                        MappingIterator<JsonNode> each = new ObjectMapper(yaml).readValues(in, JsonNode.class)) {
                    each.forEachRemaining(all::add);
                }
            }
        }
        return all;
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.path(member).asText()));
        return texts;
    }

    private static String help() {
        PrintStream out = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            assertThat(Ocsf.execute("ingest", "--help")).isZero();
        } finally {
            System.setOut(out);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }
}
