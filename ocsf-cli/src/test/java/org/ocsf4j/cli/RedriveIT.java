package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.s3.S3DeadLetterSink;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.opensearch.IndexNaming;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.OpenSearchQuarantine;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.services.s3.S3Client;

/** Dead letters of a mapping that was too strict, driven again once it is mended. */
final class RedriveIT {

    private static final String INDEX = "it-redrive";
    private static final int ROWS = 60; // below the trip wire

    private final URI node = LocalOpenSearch.shared().uri();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(node).build();
    private final Path folder;
    private final Path letters;

    RedriveIT(@TempDir Path folder) {
        this.folder = folder;
        letters = folder.resolve("letters");
    }

    @AfterEach
    void removeIndices() {
        admin.deleteIndex(INDEX);
        admin.deleteIndex(OpenSearchQuarantine.DEFAULT_INDEX);
        admin.close();
    }

    @Test
    void bringsBackEveryDocumentOnceTheMappingIsMended() throws Exception {
        put("/" + INDEX, "{\"mappings\":{\"dynamic\":\"strict\",\"properties\":{}}}");
        assertThat(ingest().counts()).isEqualTo(new SettlementCounts(ROWS, 0, 0, ROWS, 0));

        assertThat(redrive("--dry-run")).contains("\"matching\":" + ROWS, "\"indexed\":0", "\"good\":true");
        assertThat(redrive("--filter", "errorType=no_such_*")).contains("\"matching\":0");
        assertThat(names()).hasSize(1);

        assertThat(redrive()).as("nothing is mended").contains("\"rejectedAgain\":" + ROWS, "\"good\":false");
        assertThat(names()).filteredOn(name -> name.endsWith(".redriven")).hasSize(1);
        assertThat(open()).hasSize(ROWS).allSatisfy(letter -> {
            assertThat(letter.attempt()).isEqualTo(2);
            assertThat(letter.errorType()).isEqualTo("strict_dynamic_mapping_exception");
            assertThat(letter.document()).isNotEmpty();
        });

        put("/" + INDEX + "/_mapping", "{\"dynamic\":false}");
        String half = open().get(0).id();
        assertThat(redrive("--filter", "id=" + half)).contains("\"matching\":1", "\"indexed\":1");
        assertThat(open()).as("those that did not match are still there").hasSize(ROWS - 1);
        assertThat(redrive()).contains("\"indexed\":" + (ROWS - 1), "\"good\":true");
        assertThat(open()).isEmpty();
        admin.refresh(INDEX);
        assertThat(admin.count(INDEX)).isEqualTo(ROWS);

        assertThat(ingest().counts())
                .as("the ids are those of the rows")
                .isEqualTo(new SettlementCounts(ROWS, 0, ROWS, 0, 0));
    }

    @Test
    void bringsBackLettersOfABucket() throws Exception {
        put("/" + INDEX, "{\"mappings\":{\"dynamic\":\"strict\",\"properties\":{}}}");
        ingest();
        try (LocalS3 s3 = LocalS3.start();
                AwsClients clients = AwsClients.builder()
                        .region(s3.region())
                        .credentials(s3.accessKey(), s3.secretKey())
                        .s3Endpoint(s3.endpoint())
                        .build();
                S3Client client = clients.s3()) {
            Path bucket = s3.createBucket("letters");
            try (DeadLetterSink sink =
                    S3DeadLetterSink.builder(client, "letters").prefix("ocsf/").build()) {
                sink.write(open());
            }
            System.setProperty("aws.accessKeyId", s3.accessKey());
            System.setProperty("aws.secretAccessKey", s3.secretKey());
            String[] place = {"--s3-endpoint=" + s3.endpoint(), "--region=" + s3.region()};
            try {
                assertThat(redriveFrom("s3://letters/ocsf", place)).contains("\"rejectedAgain\":" + ROWS);
                assertThat(letterObjects(bucket))
                        .as("refused again: put aside, and kept with the new cause")
                        .hasSize(2)
                        .filteredOn(name -> name.endsWith(".ndjson.gz.redriven"))
                        .hasSize(1);

                put("/" + INDEX + "/_mapping", "{\"dynamic\":false}");
                assertThat(redriveFrom("s3://letters/ocsf/", place)).contains("\"indexed\":" + ROWS, "\"good\":true");
                assertThat(letterObjects(bucket)).hasSize(2).allMatch(name -> name.endsWith(".redriven"));
                assertThat(redriveFrom("s3://letters/ocsf", place)).contains("\"files\":0", "\"good\":true");
            } finally {
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            }
        }
        admin.refresh(INDEX);
        assertThat(admin.count(INDEX)).isEqualTo(ROWS);
    }

    private static List<String> letterObjects(Path bucket) throws IOException {
        try (Stream<Path> files = Files.walk(bucket.resolve("ocsf"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("dead-letters-"))
                    .toList();
        }
    }

    @Test
    void leavesAFileAloneThatAPipelineWrites() throws Exception {
        put("/" + INDEX, "{\"mappings\":{\"dynamic\":\"strict\",\"properties\":{}}}");
        ingest();
        List<DeadLetter> some = open();
        try (FileDeadLetterSink running = new FileDeadLetterSink(folder.resolve("live"))) {
            running.write(some.subList(0, 2));
            int exit = Ocsf.execute(
                    "redrive", folder.resolve("live").toString(), "--opensearch", node.toString(), "--json");
            assertThat(exit).isEqualTo(1);
            running.write(some.subList(2, 3));
        }
    }

    @Test
    void keepsLettersInAnIndexThatTakesEverything() throws Exception {
        put("/" + INDEX, "{\"mappings\":{\"dynamic\":\"strict\",\"properties\":{}}}");
        ingest();
        try (OpenSearchSink sink = OpenSearchSink.builder().endpoint(node).build()) {
            OpenSearchQuarantine quarantine = new OpenSearchQuarantine(sink, admin);
            quarantine.write(open());
            quarantine.write(open());
        }
        admin.refresh(OpenSearchQuarantine.DEFAULT_INDEX);
        assertThat(admin.count(OpenSearchQuarantine.DEFAULT_INDEX)).as("once").isEqualTo(ROWS);
        assertThat(admin.count(
                        OpenSearchQuarantine.DEFAULT_INDEX,
                        "{\"query\":{\"term\":{\"error_type\":\"strict_dynamic_mapping_exception\"}}}"
                                .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ROWS);
    }

    private ObjectReport ingest() throws IOException, InterruptedException {
        Path file = folder.resolve("flow.parquet");
        SampleLake.writeObject(LakeTable.VPC_FLOW_V2, file, ROWS, ObjectOptions.defaults());
        try (OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(node)
                        .indexNaming(IndexNaming.fixed(INDEX))
                        .build();
                FileDeadLetterSink deadLetters = new FileDeadLetterSink(letters);
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .objectStore(new LocalFileStore())
                        .decoder(new ParquetEventDecoder())
                        .sink(sink)
                        .deadLetters(deadLetters)
                        .build()) {
            return pipeline.process(LocalFileStore.notification(file));
        }
    }

    /** The report of the command on standard output. */
    private String redrive(String... options) {
        return redriveFrom(letters.toString(), options);
    }

    private String redriveFrom(String place, String... options) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Ocsf.execute(Stream.concat(
                            Stream.of("redrive", place, "--opensearch", node.toString(), "--json"), Stream.of(options))
                    .toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(letters)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** Letters of files that are still to be driven. */
    private List<DeadLetter> open() throws IOException {
        List<DeadLetter> open = new java.util.ArrayList<>();
        for (Path file : LetterFiles.at(letters)) {
            try (DeadLetterReader reader = DeadLetterReader.open(file)) {
                for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
                    open.add(letter);
                }
            }
        }
        return open;
    }

    private void put(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
