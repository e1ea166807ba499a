package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the documents take for given: servers, a lake in a bucket, and files of the names that they use in the current folder. */
final class Stage implements AutoCloseable {

    private static final String BUCKET = "aws-security-data-lake-eu-central-1-x";
    private static final List<Integer> DONE = List.of(0);

    /** The sample's events break rules, as Security Lake's do. */
    private static final List<Integer> FINDINGS = List.of(0, 1);

    private static final Duration VISIBILITY = Duration.ofMinutes(5);

    /** Where a document's server is, instead of where the document has it. */
    private static final String DOCUMENTED = "http://127.0.0.1:9200";

    private static final String DOCUMENTED_SECURED = "https://127.0.0.1:9200";

    /** A file of a document: its name in a line of its own, then a block with its content. */
    private static final Pattern FILE = Pattern.compile("(?ms)^ *`([\\w./-]+)`:\\n\\n *```\\w+\\n(.*?)^ *```$");

    private final LocalOpenSearch openSearch = LocalOpenSearch.shared();
    private final LocalS3 s3 = LocalS3.start();
    private final LocalSqs sqs = LocalSqs.start();
    private final URI queue =
            sqs.createQueueWithDeadLetters("documented", 5, VISIBILITY).queueUrl();
    private final Path folder;
    private @Nullable LocalOpenSearch secured;

    private Stage(Path folder) {
        this.folder = folder;
    }

    static Stage set(Path folder) throws IOException, InterruptedException {
        clear(folder);
        Stage stage = new Stage(folder);
        System.setProperty("aws.accessKeyId", stage.s3.accessKey());
        System.setProperty("aws.secretAccessKey", stage.s3.secretKey());
        Path bucket = stage.s3.createBucket(BUCKET);
        List<SampleObject> objects =
                SampleLake.builder().rows(SampleLake.MINIMUM_ROWS).build().writeTo(bucket);
        Files.copy(objects.get(0).path(), folder.resolve("x.parquet"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(objects.get(0).path(), folder.resolve("FILE..."), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("admin-password"), LocalOpenSearch.PASSWORD);
        Files.writeString(folder.resolve("ingest-password"), "Oval-Kestrel-Harbour-71");
        SmallMetaschema.write(folder.resolve("ocsf-schema"));
        stage.letter();
        stage.announce(bucket.relativize(objects.get(1).path()).toString());
        Outcome installed = Outcome.of(List.of("templates", "install", "--opensearch", stage.node()));
        assertThat(installed.exit()).as(installed.output()).isZero();
        return stage;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A letter that can be driven again. */
    private void letter() {
        byte[] document = "{\"class_uid\":6003}".getBytes(StandardCharsets.UTF_8);
        try (FileDeadLetterSink letters = new FileDeadLetterSink(folder.resolve("letters"))) {
            letters.write(List.of(new DeadLetter(
                    new ObjectLocation(BUCKET, "aws/x.parquet"),
                    "e",
                    0L,
                    400,
                    "mapper_parsing_exception",
                    "as an example",
                    "ocsf-1.1.0-6003-api_activity-2026.06.01",
                    "x-0",
                    document,
                    1,
                    Instant.EPOCH)));
        }
    }

    private void announce(String key) {
        try (AwsClients clients = AwsClients.builder()
                        .region(sqs.region())
                        .sqsEndpoint(sqs.endpoint())
                        .build();
                SqsClient client = clients.sqs()) {
            String body =
                    "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventSource\":\"aws:s3\",\"s3\":{\"bucket\":{\"name\":\""
                            + BUCKET + "\"},\"object\":{\"key\":\"" + key + "\"}}}]}";
            client.sendMessage(message -> message.queueUrl(queue.toString()).messageBody(body));
        }
    }

    private String node() {
        return openSearch.uri().toString();
    }

    /** A node with the security plugin, started when the first command asks for it; its certificate is {@code node.pem}. */
    private String securedNode() throws IOException {
        LocalOpenSearch node = secured;
        if (node == null) {
            node = LocalOpenSearch.builder()
                    .secured(Map.of())
                    .setting("plugins.security.restapi.roles_enabled", "all_access")
                    .start();
            secured = node;
            Files.copy(node.certificate(), folder.resolve("node.pem"), StandardCopyOption.REPLACE_EXISTING);
        }
        return node.uri().toString();
    }

    /** Writes the files that a document shows. */
    void filesOf(String document) throws IOException {
        Matcher files = FILE.matcher(Files.readString(Checkout.ROOT.resolve(document)));
        while (files.find()) {
            Path file = folder.resolve(files.group(1)).toAbsolutePath();
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2).stripIndent());
        }
    }

    /** Whether it asks the OpenSearch of the document. */
    boolean isQuestion(ShellCommand command) {
        return command.text().startsWith("curl ") && command.text().contains("$OPENSEARCH");
    }

    void run(ShellCommand command) throws Exception {
        if (isQuestion(command)) {
            ask(command);
            return;
        }
        List<String> arguments = here(command.arguments());
        Outcome outcome = Outcome.of(arguments);
        assertThat(outcome.exit())
                .as(() -> command + " as " + arguments + "\n" + outcome.output())
                .isIn(command.arguments().get(0).equals("validate") ? FINDINGS : DONE);
    }

    /** The arguments with the servers of this machine in the place of the document's. */
    private List<String> here(List<String> documented) throws IOException {
        Map<String, String> values = new HashMap<>(Map.of(
                "--opensearch URL",
                node(),
                "--opensearch " + DOCUMENTED,
                node(),
                "--queue-url URL",
                queue.toString(),
                "--bucket NAME",
                BUCKET));
        if (documented.contains(DOCUMENTED_SECURED)) {
            values.put("--opensearch " + DOCUMENTED_SECURED, securedNode());
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < documented.size(); i++) {
            String option = i == 0 ? "" : documented.get(i - 1);
            arguments.add(values.getOrDefault(option + " " + documented.get(i), documented.get(i)));
        }
        if (documented.contains("--queue-url")) {
            arguments.addAll(List.of("--sqs-endpoint", sqs.endpoint().toString()));
        }
        if (documented.contains("--queue-url") || documented.contains("--bucket")) {
            arguments.addAll(List.of("--s3-endpoint", s3.endpoint().toString()));
        }
        if (documented.contains(DOCUMENTED_SECURED) && documented.get(0).equals("templates")) {
            arguments.addAll(List.of("--classes", "api_activity")); // all of them take a minute
        }
        if (documented.get(0).equals("ingest") && documented.contains("--queue-url")) {
            arguments.add("--until-empty");
            region(arguments);
        }
        if (documented.get(0).equals("doctor")) {
            arguments.add("--no-sts");
            region(arguments);
        }
        return arguments;
    }

    private void region(List<String> arguments) {
        if (!arguments.contains("--region")) {
            arguments.addAll(List.of("--region", sqs.region()));
        }
    }

    private void ask(ShellCommand command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command.text().replaceFirst("^curl", "curl -f"));
        shell.environment().put("OPENSEARCH", command.text().contains("--cacert") ? securedNode() : node());
        Outcome outcome = Outcome.of(shell);
        assertThat(outcome.exit()).as(command + "\n" + outcome.output()).isZero();
    }

    @Override
    public void close() {
        if (secured != null) {
            secured.close();
        }
        sqs.close();
        s3.close();
    }
}
