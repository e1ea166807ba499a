package org.ocsf4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocsf4j.cli.Captured;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.TlsContext;
import org.ocsf4j.templates.TemplateInstaller;
import org.ocsf4j.templates.TemplateOptions;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import org.ocsf4j.testkit.server.StsStub;

/** The doctor beside real servers: nothing to say of a good set-up, and the right thing of each bad one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoctorIT {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-doctor";
    private static final String STRANGER = "stranger";
    private static final List<String> PROPERTIES = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region");

    private final LocalS3 s3 = LocalS3.start();
    private final LocalSqs sqs = LocalSqs.start();
    private final LocalOpenSearch node = LocalOpenSearch.start();
    private final LocalOpenSearch secured =
            LocalOpenSearch.builder().secured(Map.of(STRANGER, "other-*")).start();
    private final StsStub sts;
    private final URI queue;
    private final Path password;

    DoctorIT(@TempDir Path folder) throws IOException {
        sts = new StsStub("id", "secret");
        queue = sqs.createQueueWithDeadLetters("main", 3, Duration.ofMinutes(5)).queueUrl();
        password = Files.writeString(folder.resolve("password"), LocalOpenSearch.PASSWORD);
        Files.writeString(folder.resolve("wrong"), "wrong");
        Path object = s3.createBucket(BUCKET)
                .resolve("aws/VPC_FLOW/2.0/region=us-east-1/accountId=1/eventDay=20260601/a.gz.parquet");
        Files.createDirectories(object.resolveSibling("."));
        SampleLake.writeObject(LakeTable.VPC_FLOW_V2, object, 5, ObjectOptions.defaults());
        try (OpenSearchAdmin admin =
                OpenSearchAdmin.builder().endpoint(node.uri()).build()) {
            TemplateInstaller.install(
                    admin, TemplateOptions.builder().replicas(0).build());
        }
        createIndex(node.uri(), "ocsf-1.1.0-4001-network_activity-2026.06.01");
    }

    @BeforeEach
    void giveCredentials() {
        System.setProperty("aws.accessKeyId", s3.accessKey());
        System.setProperty("aws.secretAccessKey", s3.secretKey());
        System.setProperty("aws.region", s3.region());
    }

    @AfterAll
    void stop() {
        PROPERTIES.forEach(System::clearProperty);
        sts.close();
        s3.close();
        sqs.close();
        node.close();
        secured.close();
    }

    @Test
    void hasNothingToSayOfAGoodSetUpAndChangesNothing() {
        List<IndexSummary> before = indices();
        Captured doctor = doctor(Map.of());
        assertThat(doctor.out()).doesNotContain("\"fail\"", "\"warn\"").contains(StsStub.ARN);
        assertThat(doctor.exit()).isZero();
        assertThat(subjects(doctor.out(), "pass"))
                .containsExactly(
                        "credentials",
                        "queue",
                        "redrive policy",
                        "visibility timeout",
                        "bucket",
                        "object",
                        "clock",
                        "OpenSearch",
                        "templates",
                        "aliases",
                        "write rights");
        assertThat(indices()).as("no document, no index").isEqualTo(before);
    }

    /** A set-up that is broken in one place. */
    private record Broken(String name, Map<String, String> options, List<String> failing, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Broken> broken() throws IOException {
        String host = sqs.endpoint() + "/000000000000/";
        String shortLease = sqs.createQueueWithDeadLetters("short", 3, Duration.ofSeconds(10))
                .queueUrl()
                .toString();
        String wrong = password.resolveSibling("wrong").toString();
        return Stream.of(
                new Broken("wrong queue name", Map.of("--queue-url", host + "nowhere"), List.of("queue"), "URL"),
                new Broken("FIFO queue", Map.of("--queue-url", host + "main.fifo"), List.of("queue type"), "standard"),
                new Broken(
                        "no redrive policy",
                        Map.of(
                                "--queue-url",
                                sqs.createQueue("plain", Duration.ofMinutes(5)).toString()),
                        List.of("redrive policy"),
                        "dead-letter queue"),
                new Broken(
                        "short visibility", Map.of("--queue-url", shortLease), List.of("visibility timeout"), "10 s"),
                new Broken(
                        "visibility below six of the function's timeouts",
                        Map.of("--function-timeout", "60"),
                        List.of("visibility timeout"),
                        "360 s"),
                new Broken("wrong bucket", Map.of("--bucket", "no-such-lake"), List.of("bucket"), "NoSuchBucket"),
                new Broken(
                        "wrong S3 secret",
                        Map.of("aws.secretAccessKey", "wrong"),
                        List.of("bucket"),
                        "SignatureDoesNotMatch"),
                new Broken(
                        "no credentials", Map.of("aws.accessKeyId", ""), List.of("credentials"), "AWS_ACCESS_KEY_ID"),
                new Broken(
                        "OpenSearch down",
                        Map.of("--opensearch", "http://127.0.0.1:1"),
                        List.of("OpenSearch"),
                        "no answer"),
                new Broken(
                        "OpenSearch refuses the password",
                        secured(LocalOpenSearch.ADMIN, wrong),
                        List.of("OpenSearch"),
                        "401"),
                new Broken(
                        "templates missing",
                        secured(LocalOpenSearch.ADMIN, password.toString()),
                        List.of("templates"),
                        "are missing"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(Broken setUp) {
        Captured doctor = doctor(setUp.options());
        assertThat(subjects(doctor.out(), "fail")).as(doctor.out()).isEqualTo(setUp.failing());
        assertThat(doctor.out()).contains(setUp.says());
        assertThat(doctor.exit()).isEqualTo(1);
    }

    @Test
    void saysWhoMayNotWrite() {
        try (OpenSearchAdmin admin = admin()) {
            assertThat(admin.offerInVain("ocsf-nowhere")).isNotEmpty().isNotEqualTo("security_exception");
            assertThat(admin.indexExists("ocsf-nowhere")).isFalse();
        }
        Captured doctor = doctor(secured(STRANGER, password.toString()));
        assertThat(subjects(doctor.out(), "fail")).as(doctor.out()).contains("write rights");
        assertThat(doctor.exit()).isEqualTo(1);
    }

    private Captured doctor(Map<String, String> changes) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--queue-url", queue.toString());
        options.put("--bucket", BUCKET);
        options.put("--prefix", "aws/");
        options.put("--sqs-endpoint", sqs.endpoint().toString());
        options.put("--s3-endpoint", s3.endpoint().toString());
        options.put("--sts-endpoint", sts.endpoint());
        options.put("--opensearch", node.uri().toString());
        List<String> arguments = new ArrayList<>(List.of("doctor", "--json"));
        changes.forEach((name, value) -> {
            if (name.startsWith("--")) {
                options.put(name, value);
            } else if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        options.forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        return Captured.run(arguments);
    }

    private Map<String, String> secured(String user, String passwordFile) {
        return Map.of(
                "--opensearch",
                secured.uri().toString(),
                "--user",
                user,
                "--password-file",
                passwordFile,
                "--trust",
                secured.certificate().toString());
    }

    private OpenSearchAdmin admin() {
        return OpenSearchAdmin.builder()
                .endpoint(secured.uri())
                .basicAuth(LocalOpenSearch.ADMIN, LocalOpenSearch.PASSWORD)
                .sslContext(TlsContext.builder().trustPem(secured.certificate()).build())
                .build();
    }

    private List<IndexSummary> indices() {
        try (OpenSearchAdmin admin =
                OpenSearchAdmin.builder().endpoint(node.uri()).build()) {
            return admin.indices("*");
        }
    }

    /** The subjects of one status, in order. */
    private static List<String> subjects(String json, String status) {
        List<String> subjects = new ArrayList<>();
        String before = "{\"status\":\"" + status + "\",\"subject\":\"";
        for (int at = json.indexOf(before); at >= 0; at = json.indexOf(before, at + 1)) {
            int start = at + before.length();
            subjects.add(json.substring(start, json.indexOf('"', start)));
        }
        return subjects;
    }

    private static void createIndex(URI server, String index) throws IOException {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.resolve("/" + index))
                                    .PUT(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
