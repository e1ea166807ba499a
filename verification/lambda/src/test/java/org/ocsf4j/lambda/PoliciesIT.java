package org.ocsf4j.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.server.StsStub;
import software.amazon.awssdk.services.sqs.model.Message;

/** Each policy of {@code examples/policies} allows what its program calls, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoliciesIT {

    private static final String ROLE = "arn:aws:iam::111122223333:role/AmazonSecurityLake-x";
    private static final String OWNER = "111122223333";
    private static final Duration ONE_BATCH = Duration.ofSeconds(15);
    private static final Path ROOT = Path.of(System.getProperty("ocsf4j.root", "../.."));
    private static final Pattern ACTION = Pattern.compile("\\b(?:s3|sqs|sts|es|aoss|kms|logs|ec2):[A-Z][A-Za-z]+");

    /** What Lambda itself calls in the function's name. */
    private static final Map<String, Set<String>> OF_LAMBDA = Map.of(
            "EventSourceMapping", Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
            "Log", Set.of("logs:CreateLogStream", "logs:PutLogEvents"));

    /** What writes dead letters to a bucket, where a worker does so; here it keeps them in a folder. */
    private static final Map<String, Set<String>> OF_LETTERS_IN_S3 =
            Map.of("KeepDeadLetters", Set.of("s3:PutObject"), "Encrypt", Set.of("kms:GenerateDataKey"));

    private final Scene scene = new Scene(Path.of(System.getProperty("lambda.target", "target")));
    private final StsStub sts = new StsStub(scene.accessKey(), scene.secretKey());
    private final Set<String> domainCalls = new ConcurrentSkipListSet<>();
    private final Passage domain;
    private final Path folder;

    PoliciesIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        domain = new Passage(
                scene.openSearch(), (request, status) -> domainCalls.add(ofMethod(request.getRequestMethod())));
    }

    @AfterAll
    void stop() throws IOException {
        domain.close();
        sts.close();
        scene.close();
    }

    @Test
    void letTheWorkerDoWhatItDoes() throws Exception {
        EventSource queue = queueOfEveryKind("worker");
        List<OperationLog.Call> calls = ocsf(
                "ingest",
                "--queue-url",
                queue.url(),
                "--sqs-endpoint",
                scene.sqsEndpoint().toString(),
                "--dead-letters",
                folder.resolve("letters").toString(),
                "--until-empty");
        assertFits("worker.json", calls, OF_LETTERS_IN_S3);
    }

    @Test
    void letTheBackfillDoWhatItDoes() throws Exception {
        scene.put(LakeTable.VPC_FLOW_V2, 10, 21);
        List<OperationLog.Call> calls = ocsf(
                "backfill",
                "--bucket",
                Scene.BUCKET,
                "--ledger",
                folder.resolve("ledger").toString(),
                "--dead-letters",
                folder.resolve("letters").toString());
        assertFits("backfill.json", calls, Map.of());
    }

    @Test
    void letTheDoctorLookWhereItLooks() throws Exception {
        scene.put(LakeTable.VPC_FLOW_V2, 10, 22);
        EventSource queue = scene.queue("doctor", 1);
        List<OperationLog.Call> calls = ocsf(
                "doctor",
                "--queue-url",
                queue.url(),
                "--sqs-endpoint",
                scene.sqsEndpoint().toString(),
                "--bucket",
                Scene.BUCKET);
        assertFits("doctor.json", calls, Map.of());
    }

    @Test
    void letTheFunctionDoWhatItDoes() throws Exception {
        EventSource queue = queueOfEveryKind("function");
        queue.send(scene.put(LakeTable.API_ACTIVITY_V2, 5_000, 23).announcement());
        Path log = folder.resolve("function.log");
        domainCalls.clear();
        try (FunctionProcess function = scene.example(
                queue,
                Map.of(
                        OperationLog.FILE,
                        log.toString(),
                        "OPENSEARCH_ENDPOINT",
                        domain.endpoint().toString(),
                        "LAKE_ROLE_ARN",
                        ROLE,
                        "LAKE_EXTERNAL_ID",
                        "an-external-id",
                        "LAKE_ACCOUNT",
                        OWNER,
                        "DEAD_LETTER_ACCOUNT",
                        OWNER,
                        "AWS_ENDPOINT_URL_STS",
                        sts.endpoint()),
                OperationLog::addTo)) {
            for (int delivered = 0; delivered < 5; delivered++) {
                List<Message> messages = queue.receiveSome();
                assertThat(queue.deliver(messages, function, ONE_BATCH)
                                .invocation()
                                .ending())
                        .as(function.log())
                        .isEqualTo(FunctionProcess.Ending.RESPONSE);
            }
        }
        List<OperationLog.Call> calls = OperationLog.read(log);
        assertFits("lambda.json", calls, OF_LAMBDA);
        assertThat(actionsIn(Files.readString(ROOT.resolve("examples/lambda/template.yaml"))))
                .as("the template grants the same, and what a network and a collection need")
                .containsAll(Policy.read(ROOT.resolve("examples/policies/lambda.json"))
                        .actionsBut(Set.of("Encrypt")));
    }

    @Test
    void nameTheirResources() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/policies"))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json")
                        && !file.getFileName().toString().startsWith("key-")) {
                    assertThat(Policy.read(file).resources().values())
                            .as(file.toString())
                            .allSatisfy(some -> assertThat(some).doesNotContain("*"));
                    assertThat(Policy.read(file).actionsBut(Set.of()))
                            .as(file.toString())
                            .allMatch(action -> ACTION.matcher(action).matches());
                }
            }
        }
    }

    /** Announces a good object, an empty one, one by its version, one that is missing, and something that is no message. */
    private EventSource queueOfEveryKind(String name) throws IOException {
        EventSource queue = scene.queueWithDeadLetters(name, 1);
        Scene.LakeObject good = scene.put(LakeTable.VPC_FLOW_V2, 10, name.hashCode());
        queue.send(good.announcement());
        Path empty = Files.createTempFile(folder, "empty-", ".parquet");
        queue.send(scene.put("aws/" + name + "/empty.gz.parquet", empty, 0)
                .announcement()
                .replace("\"size\":0", "\"size\":10"));
        queue.send(Scene.announcement(Scene.BUCKET, "aws/" + name + "/missing.gz.parquet", 10));
        if (!name.equals("function")) {
            queue.send("{}");
        }
        queue.send(good.announcement().replace("\"size\"", "\"version-id\":\"v1\",\"size\""));
        return queue;
    }

    private void assertFits(String file, List<OperationLog.Call> calls, Map<String, Set<String>> notOurs)
            throws IOException {
        Policy policy = Policy.read(ROOT.resolve("examples/policies").resolve(file));
        Set<String> called = new TreeSet<>(domainCalls);
        calls.forEach(call -> called.addAll(IamActions.of(call)));

        assertThat(policy.actionsBut(notOurs.keySet()))
                .as("%s grants what is called, and no more; %s", file, calls)
                .isEqualTo(called);
        notOurs.forEach((name, actions) ->
                assertThat(policy.actions().get(name)).as(name).isEqualTo(new TreeSet<>(actions)));
        assertThat(calls)
                .filteredOn(call -> call.service().equals("S3"))
                .isNotEmpty()
                .allMatch(OperationLog.Call::owned, "says whose bucket it expects");
    }

    /** Runs a command with a role, in a process of its own, and returns what it called. */
    private List<OperationLog.Call> ocsf(String command, String... more) throws IOException, InterruptedException {
        Path classes = Files.createDirectories(folder.resolve(command + "-classes"));
        OperationLog.addTo(classes);
        Path log = folder.resolve(command + ".log");
        domainCalls.clear();
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "org.ocsf4j.cli.Ocsf",
                command,
                "--s3-endpoint",
                scene.s3Endpoint().toString(),
                "--sts-endpoint",
                sts.endpoint(),
                "--role-arn",
                ROLE,
                "--external-id",
                "an-external-id",
                "--bucket-owner",
                OWNER,
                "--opensearch",
                domain.endpoint().toString()));
        line.addAll(Arrays.asList(more));
        Path output = folder.resolve(command + ".out");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put(OperationLog.FILE, log.toString());
        builder.environment().putAll(scene.credentials());
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertThat(log).as(Files.readString(output)).exists();
        return OperationLog.read(log);
    }

    private static String ofMethod(String method) {
        return "es:ESHttp" + method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> actionsIn(String text) {
        Set<String> actions = new TreeSet<>();
        Matcher matcher = ACTION.matcher(text);
        while (matcher.find()) {
            actions.add(matcher.group());
        }
        return actions;
    }
}
