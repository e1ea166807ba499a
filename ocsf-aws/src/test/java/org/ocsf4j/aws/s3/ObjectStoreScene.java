package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real S3 server that checks signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectStoreScene {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-test";

    private final LocalS3 server = LocalS3.start();
    private final AwsClients clients = clients(server.secretKey());
    private final S3Client client = clients.s3();
    private final StoreClient kind;
    private final StoreClient.Open reading;
    private final S3ObjectStore store;

    ObjectStoreScene(StoreClient kind) {
        this.kind = kind;
        reading = reading(server, server.secretKey());
        store = reading.store().build();
    }

    @BeforeAll
    void createBucket() {
        server.createBucket(BUCKET);
    }

    @AfterAll
    void stop() {
        reading.close();
        client.close();
        clients.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.parquet",
                "region=eu-central-1/accountId=111122223333/eventDay=20260714/x.gz.parquet",
                "a+b c%20d%2Be.parquet",
                "ä/€/日本語 😀.parquet",
                "q?x=1&y#z;,'()!*~$@:[]{}^`|.parquet"
            })
    void readsKeysAsTheyAre(String key) {
        byte[] object = put(key, 200_000);

        try (ObjectContent content = open(key)) {
            assertThat(content.sizeBytes()).isEqualTo(200_000);
            assertThat(content.identity().location().key()).isEqualTo(key);
            assertThat(read(content, 0, 200_000)).isEqualTo(object);
            assertThat(read(content, 100_000, 50_000)).isEqualTo(Arrays.copyOfRange(object, 100_000, 150_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 20_000_000})
    void readsObjectsOfEverySize(int size) {
        byte[] object = put("sized", size);

        try (ObjectContent content = open("sized")) {
            assertThat(content.sizeBytes()).isEqualTo(size);
            assertThat(read(content, 0, size)).isEqualTo(object);
        }
    }

    @Test
    void noticesThatAnObjectWasReplacedBetweenTwoRanges() {
        put("replaced", 300_000);
        try (ObjectContent content = open("replaced")) {
            read(content, 0, 1000);
            byte[] other = new byte[300_000];
            client.putObject(request -> request.bucket(BUCKET).key("replaced"), RequestBody.fromBytes(other));

            assertThatThrownBy(() -> read(content, 1000, 1000)).isInstanceOf(ObjectChangedException.class);
        }
        try (ObjectContent again = open("replaced")) {
            assertThat(read(again, 0, 300_000)).containsOnly(0);
        }
    }

    @Test
    void noticesThatAnObjectWasDeletedBetweenTwoRanges() {
        put("deleted", 300_000);
        try (ObjectContent content = open("deleted")) {
            client.deleteObject(request -> request.bucket(BUCKET).key("deleted"));
            assertThatThrownBy(() -> read(content, 0, 1000)).isInstanceOf(ObjectMissingException.class);
        }
    }

    @Test
    void tellsAMissingObjectFromAMissingBucket() {
        assertThatThrownBy(() -> open("nowhere")).isInstanceOf(ObjectMissingException.class);
        assertThatThrownBy(() -> store.open(ObjectNotification.of(new ObjectLocation("no-such-bucket", "k"))))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void callsAWrongSecretAConfiguration() {
        put("secret", 10);
        try (StoreClient.Open wrong = reading(server, "wrong")) {
            assertThatThrownBy(() -> wrong.store().build().open(notification("secret")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("role");
        }
    }

    @Test
    void isUnavailableOnceTheServerIsGone() {
        LocalS3 brief = LocalS3.start();
        try (AwsClients its = AwsClients.builder()
                        .region(brief.region())
                        .s3Endpoint(brief.endpoint())
                        .credentials(brief.accessKey(), brief.secretKey())
                        .build();
                S3Client other = its.s3();
                StoreClient.Open briefly = reading(brief, brief.secretKey())) {
            brief.createBucket(BUCKET);
            other.putObject(request -> request.bucket(BUCKET).key("k"), RequestBody.fromBytes(new byte[200_000]));
            ObjectContent content = briefly.store().build().open(notification("k"));
            brief.close();

            assertThatThrownBy(() -> read(content, 0, 10)).isInstanceOf(UnavailableException.class);
            assertThat(read(content, 199_990, 10)).containsOnly(0);
        } finally {
            brief.close();
        }
    }

    private StoreClient.Open reading(LocalS3 from, String secretKey) {
        return kind.open(from.endpoint(), from.region(), from.accessKey(), secretKey);
    }

    private AwsClients clients(String secretKey) {
        return AwsClients.builder()
                .region(server.region())
                .s3Endpoint(server.endpoint())
                .credentials(server.accessKey(), secretKey)
                .build();
    }

    private byte[] put(String key, int size) {
        byte[] object = new byte[size];
        new Random(size).nextBytes(object);
        client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(object));
        return object;
    }

    private ObjectContent open(String key) {
        return store.open(notification(key));
    }

    private static ObjectNotification notification(String key) {
        return ObjectNotification.of(new ObjectLocation(BUCKET, key));
    }

    private static byte[] read(ObjectContent content, long position, int length) {
        byte[] target = new byte[length];
        content.readFully(position, target, 0, length);
        return target;
    }
}
