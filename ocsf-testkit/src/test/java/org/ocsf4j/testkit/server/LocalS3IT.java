package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class LocalS3IT {

    private static final String BUCKET = "lake";
    private static final String TEN_BYTES = "0123456789";
    private static final String MD5_OF_TEN_BYTES = "\"781e5e245d69b566979b86e28d23f2c7\"";

    private static LocalS3 server;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        server = LocalS3.start();
        server.createBucket(BUCKET);
        s3 = client(server.secretKey());
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.parquet",
                "region=eu-west-1/eventDay=20260101/part 1+2.gz.parquet",
                "a=b/c+d/e f/grün-日本-🙂.parquet",
                "percent%2Fsign/100%.parquet",
                "odd/~!$&'()*,;:@#?.parquet"
            })
    void servesAFileThatAStrangerCopiedIntoTheFolder(String key) throws Exception {
        copyIn(key, TEN_BYTES);

        HeadObjectResponse head =
                s3.headObject(request -> request.bucket(BUCKET).key(key));

        assertThat(head.contentLength()).isEqualTo(10);
        assertThat(head.eTag()).isEqualTo(MD5_OF_TEN_BYTES);
        assertThat(get(GetObjectRequest.builder().key(key))).isEqualTo(TEN_BYTES);
        assertThat(listed(key).eTag()).isEqualTo(MD5_OF_TEN_BYTES);
        assertThat(listed(key).size()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"put/plain", "put/k=v/a b+c/ü🙂"})
    void givesBackWhatWasPutAndKeepsItAsAFile(String key) throws Exception {
        String tag = s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(TEN_BYTES))
                .eTag();

        assertThat(tag).isEqualTo(MD5_OF_TEN_BYTES);
        assertThat(server.bucketDir(BUCKET).resolve(key)).hasContent(TEN_BYTES);
        assertThat(get(GetObjectRequest.builder().key(key).ifMatch(tag))).isEqualTo(TEN_BYTES);
    }

    @Test
    void listsACopiedFileWithATagBeforeAnyoneReadIt() throws Exception {
        copyIn("listed/first", TEN_BYTES);

        assertThat(listed("listed/first").eTag()).isEqualTo(MD5_OF_TEN_BYTES);
    }

    @Test
    void servesRangesFromBothEnds() throws Exception {
        copyIn("ranges", TEN_BYTES);

        assertThat(get(GetObjectRequest.builder().key("ranges").range("bytes=2-4")))
                .isEqualTo("234");
        assertThat(get(GetObjectRequest.builder().key("ranges").range("bytes=7-")))
                .isEqualTo("789");
        assertThat(get(GetObjectRequest.builder().key("ranges").range("bytes=-3")))
                .isEqualTo("789");
        assertThat(get(GetObjectRequest.builder().key("ranges").range("bytes=8-99")))
                .isEqualTo("89");
        assertRefused(416, GetObjectRequest.builder().key("ranges").range("bytes=10-12"));
    }

    @Test
    void keepsARangeToTheEntityTagThatWasAskedFor() throws Exception {
        copyIn("pinned", TEN_BYTES);
        GetObjectRequest.Builder pinned =
                GetObjectRequest.builder().key("pinned").range("bytes=0-0").ifMatch(MD5_OF_TEN_BYTES);
        assertThat(get(pinned)).isEqualTo("0");

        copyIn("pinned", "9876543210");

        assertRefused(412, pinned);
    }

    @Test
    void givesAFileOverwrittenInPlaceANewTag() throws Exception {
        copyIn("changed", TEN_BYTES);
        String before = tagOf("changed");
        assertThat(tagOf("changed")).isEqualTo(before);

        copyIn("changed", "other bytes");
        String after = tagOf("changed");
        s3.putObject(request -> request.bucket(BUCKET).key("changed"), RequestBody.fromString("third"));
        copyIn("changed", TEN_BYTES);

        assertThat(after).isNotEqualTo(before);
        assertThat(tagOf("changed")).isEqualTo(before);
    }

    @Test
    void saysThatAKeyIsMissing() {
        assertThatThrownBy(() -> get(GetObjectRequest.builder().key("no/such/key")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void refusesAWrongSecret() {
        try (S3Client stranger = client("wrong")) {
            assertThatThrownBy(() -> stranger.listObjectsV2(request -> request.bucket(BUCKET)))
                    .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode())
                            .isEqualTo(403));
        }
    }

    @Test
    void refusesAKeyThatLeavesTheBucket() throws Exception {
        Files.writeString(server.dataDir().resolve("secret"), "not an object");

        assertThatThrownBy(() -> get(GetObjectRequest.builder().key("a/../../secret")))
                .isInstanceOf(S3Exception.class);
    }

    private static S3Client client(String secretKey) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(server.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(server.accessKey(), secretKey)))
                .httpClient(UrlConnectionHttpClient.create())
                .forcePathStyle(true)
                .build();
    }

    private static void copyIn(String key, String content) throws Exception {
        Path file = server.bucketDir(BUCKET).resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static String get(GetObjectRequest.Builder request) {
        return new String(s3.getObjectAsBytes(request.bucket(BUCKET).build()).asByteArray(), StandardCharsets.UTF_8);
    }

    private static String tagOf(String key) {
        return s3.headObject(request -> request.bucket(BUCKET).key(key)).eTag();
    }

    private static S3Object listed(String key) {
        List<S3Object> objects =
                s3.listObjectsV2(request -> request.bucket(BUCKET).prefix(key)).contents();
        return objects.stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + objects));
    }

    private static void assertRefused(int status, GetObjectRequest.Builder request) {
        assertThatThrownBy(() -> get(request))
                .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode())
                        .isEqualTo(status));
    }
}
