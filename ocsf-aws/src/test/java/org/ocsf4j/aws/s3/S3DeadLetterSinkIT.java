package org.ocsf4j.aws.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.testkit.contract.DeadLetterSinkContract;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The contract of dead letters against a real server, a bucket for each test. */
@SuppressWarnings("NullAway.Init") // JUnit sets them
final class S3DeadLetterSinkIT extends DeadLetterSinkContract {

    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private static LocalS3 server;
    private static AwsClients clients;
    private static S3Client s3;

    @TempDir
    private Path folder;

    private final String bucket = "letters-" + BUCKETS.incrementAndGet();

    S3DeadLetterSinkIT() {
        server.createBucket(bucket);
    }

    @BeforeAll
    static void start() {
        server = LocalS3.start();
        clients = AwsClients.builder()
                .region(server.region())
                .credentials(server.accessKey(), server.secretKey())
                .s3Endpoint(server.endpoint())
                .build();
        s3 = clients.s3();
    }

    @AfterAll
    static void stop() {
        s3.close();
        clients.close();
        server.close();
    }

    @Override
    protected DeadLetterSink openSink() {
        return S3DeadLetterSink.builder(s3, bucket).prefix("l/").build();
    }

    @Override
    protected List<DeadLetter> stored() {
        List<DeadLetter> letters = new ArrayList<>();
        for (S3Object object :
                s3.listObjectsV2(request -> request.bucket(bucket)).contents()) {
            Path file = folder.resolve(Path.of(object.key()).getFileName());
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            s3.getObject(request -> request.bucket(bucket).key(object.key()), file);
            try (DeadLetterReader reader = DeadLetterReader.open(file)) {
                for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
                    letters.add(letter);
                }
            }
        }
        return letters;
    }
}
