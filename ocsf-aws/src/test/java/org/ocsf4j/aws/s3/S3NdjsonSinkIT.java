package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.testkit.contract.EventSinkContract;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The contract of sinks against a real server, a bucket for each test. */
@SuppressWarnings("NullAway.Init") // JUnit sets them
final class S3NdjsonSinkIT extends EventSinkContract {

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final ObjectIdentity OBJECT = new ObjectIdentity(new ObjectLocation("lake", "aws/x.parquet"), "e");

    private static LocalS3 server;
    private static AwsClients clients;
    private static S3Client s3;

    private final String bucket = "events-" + BUCKETS.incrementAndGet();

    S3NdjsonSinkIT() {
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
    protected EventSink openSink() {
        return S3NdjsonSink.builder(s3, bucket).prefix("e/").build();
    }

    @Override
    protected boolean storesOnce() {
        return false;
    }

    private List<String> keys() {
        return s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    protected List<String> stored() {
        List<String> documents = new ArrayList<>();
        for (String key : keys()) {
            byte[] bytes = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArray();
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                documents.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents;
    }

    private static EventBatch batch(long firstRow, int count) {
        EventBatch batch = new EventBatch(1 << 20, 1_000);
        batch.clear(OBJECT);
        for (int i = 0; i < count; i++) {
            byte[] document = ("{\"n\":" + (firstRow + i) + "}").getBytes(StandardCharsets.UTF_8);
            batch.append(document, firstRow + i, EventClass.UNKNOWN, EventBatch.NO_TIME);
        }
        return batch;
    }

    @Test
    void aBatchThatIsDeliveredAgainReplacesItself() throws InterruptedException {
        try (EventSink sink = openSink()) {
            sink.write(batch(0, 3));
            sink.write(batch(3, 2));
            sink.write(batch(0, 3));
        }
        assertThat(keys())
                .containsExactly(
                        "e/" + OBJECT.documentIdPrefix() + "/000000000000-000000000002.ndjson.gz",
                        "e/" + OBJECT.documentIdPrefix() + "/000000000003-000000000004.ndjson.gz");
        assertThat(stored()).containsExactly("{\"n\":0}", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
    }

    @Test
    void saysWhatToCheckWhereThereIsNoSuchBucket() throws InterruptedException {
        try (EventSink sink = S3NdjsonSink.builder(s3, "nobodys").build()) {
            assertThatThrownBy(() -> sink.write(batch(0, 1)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("s3://nobodys/")
                    .hasMessageContaining("check");
        }
    }
}
