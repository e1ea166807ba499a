package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.ocsf4j.aws.s3.ScriptedBucket.error;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.aws.ScriptedServer.Request;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectLocation;

/** What a store makes of every answer, whichever client it reads with. */
abstract class ObjectStoreBehaviour {

    private static final ObjectLocation LOCATION = new ObjectLocation("lake", "a b/c=d+e.parquet");
    private static final int TAIL = TailReader.TAIL_BYTES;

    private final StoreClient kind;
    private @Nullable ScriptedServer server;
    private StoreClient.@Nullable Open client;

    ObjectStoreBehaviour(StoreClient kind) {
        this.kind = kind;
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, TAIL - 1, TAIL})
    void takesSmallObjectsInOneRequest(int size) {
        ScriptedBucket bucket = ScriptedBucket.ofSize(size);
        ObjectContent content = open(bucket::answer);

        assertThat(content.sizeBytes()).isEqualTo(size);
        assertThat(content.identity().eTag()).isEqualTo("0123456789abcdef");
        assertThat(read(content, 0, size)).isEqualTo(bucket.object());
        assertThat(started().requests()).hasSize(1);
    }

    @Test
    void readsEveryRangeOfALargerObjectAsItIs() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(3 * TAIL);
        ObjectContent content = open(bucket::answer);
        Random random = new Random(1);

        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(3 * TAIL);
            int to = from + random.nextInt(3 * TAIL - from + 1);
            assertThat(read(content, from, to - from)).isEqualTo(Arrays.copyOfRange(bucket.object(), from, to));
        }
    }

    @Test
    void pinsEveryRangeToTheFirstEntityTag() {
        ObjectContent content = open(ScriptedBucket.ofSize(3 * TAIL)::answer);
        read(content, 0, 3 * TAIL);

        assertThat(started().requests())
                .extracting(request -> request.header("Range"), request -> request.header("If-match"))
                .containsExactly(tuple("bytes=-65536", null), tuple("bytes=0-131071", "\"0123456789abcdef\""));
    }

    @Test
    void asksForNoMoreThanEightMebibytesAtOnce() {
        int size = 2 * S3ObjectContent.MAX_RANGE_BYTES + 5 + TAIL;
        ScriptedBucket bucket = ScriptedBucket.ofSize(size);

        assertThat(read(open(bucket::answer), 0, size)).isEqualTo(bucket.object());
        assertThat(started().requests())
                .extracting(request -> request.header("Range"))
                .containsExactly(
                        "bytes=-65536", "bytes=0-8388607", "bytes=8388608-16777215", "bytes=16777216-16777220");
    }

    @Test
    void opensEmptyObjects() {
        ObjectContent content = open(ScriptedBucket.ofSize(0)::answer);

        assertThat(content.sizeBytes()).isZero();
        assertThat(content.identity().eTag()).isEqualTo("0123456789abcdef");
        assertThat(read(content, 0, 0)).isEmpty();
        assertThatThrownBy(() -> read(content, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void checksItsArguments() {
        ObjectContent content = open(ScriptedBucket.ofSize(10)::answer);
        byte[] target = new byte[4];

        assertThatThrownBy(() -> content.readFully(-1, target, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> content.readFully(7, target, 0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> content.readFully(0, target, 1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> content.readFully(Long.MAX_VALUE, target, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 3 * TAIL})
    void doesWithoutSuffixRanges(int size) {
        ScriptedBucket bucket = ScriptedBucket.ofSize(size);
        ObjectContent content =
                open(request -> String.valueOf(request.header("Range")).startsWith("bytes=-")
                        ? Response.of(200, Map.of("ETag", bucket.eTag()), bucket.object())
                        : bucket.answer(request));

        assertThat(content.sizeBytes()).isEqualTo(size);
        assertThat(read(content, 0, size)).isEqualTo(bucket.object());
    }

    @Test
    void namesVersionAndOwnerInEveryRequest() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(2 * TAIL);
        serve(bucket::answer);
        ObjectContent content = client().store()
                .expectedBucketOwner("111122223333")
                .build()
                .open(new ObjectNotification(LOCATION, null, null, "v.1", 0));
        read(content, 0, 10);

        assertThat(started().requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("X-amz-expected-bucket-owner")).isEqualTo("111122223333");
            assertThat(request.target()).isEqualTo("/lake/a%20b/c%3Dd%2Be.parquet?versionId=v.1");
        });
    }

    @Test
    void readsAgainWhatBrokeOff() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(3 * TAIL);
        AtomicInteger calls = new AtomicInteger();
        ObjectContent content = open(
                request -> calls.incrementAndGet() % 2 == 1 ? cut(bucket.answer(request)) : bucket.answer(request));

        assertThat(read(content, 0, 3 * TAIL)).isEqualTo(bucket.object());
        assertThat(calls).hasValue(4);
    }

    @Test
    void isUnavailableWhereEveryResponseBreaksOff() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(3 * TAIL);
        assertThatThrownBy(() -> open(request -> cut(bucket.answer(request))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("[s3://lake/a b/c=d+e.parquet]");

        AtomicInteger calls = new AtomicInteger();
        ObjectContent content =
                open(request -> calls.incrementAndGet() == 1 ? bucket.answer(request) : cut(bucket.answer(request)));
        assertThatThrownBy(() -> read(content, 0, TAIL)).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchKey, org.ocsf4j.failure.ObjectMissingException",
        "404, NoSuchVersion, org.ocsf4j.failure.ObjectMissingException",
        "405, MethodNotAllowed, org.ocsf4j.failure.ObjectMissingException",
        "403, InvalidObjectState, org.ocsf4j.failure.ObjectMissingException",
        "404, NoSuchBucket, org.ocsf4j.failure.ConfigurationException",
        "403, AccessDenied, org.ocsf4j.failure.ConfigurationException",
        "403, SignatureDoesNotMatch, org.ocsf4j.failure.ConfigurationException",
        "400, ExpiredToken, org.ocsf4j.failure.ConfigurationException",
        "400, KMS.DisabledException, org.ocsf4j.failure.ConfigurationException",
        "400, InvalidArgument, org.ocsf4j.failure.ConfigurationException",
        "412, PreconditionFailed, org.ocsf4j.failure.ObjectChangedException",
        "500, InternalError, org.ocsf4j.failure.UnavailableException",
        "503, SlowDown, org.ocsf4j.failure.UnavailableException",
        "400, RequestTimeout, org.ocsf4j.failure.UnavailableException",
        "429, TooManyRequests, org.ocsf4j.failure.UnavailableException"
    })
    void sortsRefusalsByWhatHelps(int status, String code, Class<? extends Throwable> expected) {
        assertThatThrownBy(() -> open(request -> error(status, code)))
                .isExactlyInstanceOf(expected)
                .hasMessageContaining("[s3://lake/a b/c=d+e.parquet]")
                .hasMessageContaining("HTTP " + status + " " + code);
        restart();
        ScriptedBucket bucket = ScriptedBucket.ofSize(2 * TAIL);
        ObjectContent content =
                open(request -> request.header("If-match") == null ? bucket.answer(request) : error(status, code));
        assertThatThrownBy(() -> read(content, 0, 1)).isExactlyInstanceOf(expected);
    }

    @Test
    void saysWhatToCheckWhereAccessIsDenied() {
        assertThatThrownBy(() -> open(request -> error(403, "AccessDenied")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("role", "external id", "kms:Decrypt", "s3:ListBucket");
    }

    @Test
    void callsAVersionThatS3DoesNotKnowMissing() {
        serve(request -> error(400, "InvalidArgument"));
        assertThatThrownBy(
                        () -> client().store().build().open(new ObjectNotification(LOCATION, null, null, "forged", 0)))
                .isInstanceOf(ObjectMissingException.class);
    }

    @Test
    void noticesAReplacementWhateverTheServerSays() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(2 * TAIL);
        ScriptedBucket other = new ScriptedBucket(bucket.object(), "\"other\"");
        ObjectContent ignoresIfMatch =
                open(request -> request.header("If-match") == null ? bucket.answer(request) : other.part(0, 9));
        assertThatThrownBy(() -> read(ignoresIfMatch, 0, 10)).isInstanceOf(ObjectChangedException.class);

        restart();
        ObjectContent shrank = open(
                request -> request.header("If-match") == null ? bucket.answer(request) : error(416, "InvalidRange"));
        assertThatThrownBy(() -> read(shrank, 0, 10)).isInstanceOf(ObjectChangedException.class);
    }

    @Test
    void refusesARangeThatWasNotAskedFor() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(2 * TAIL);
        ObjectContent content =
                open(request -> request.header("If-match") == null ? bucket.answer(request) : bucket.part(1, 10));
        assertThatThrownBy(() -> read(content, 0, 10)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesAStoreWithoutEntityTags() {
        assertThatThrownBy(() -> open(request -> Response.of(200, Map.of(), new byte[10])))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("entity tag");
    }

    @Test
    void isUnavailableWhereNobodyListens() {
        serve(request -> error(500, "x"));
        started().close();
        assertThatThrownBy(() -> client().store().build().open(ObjectNotification.of(LOCATION)))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void refusesAnOwnerThatIsNoAccount() {
        serve(request -> error(500, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> client().store().expectedBucketOwner("me"));
    }

    private ObjectContent open(Function<Request, Response> script) {
        restart();
        serve(script);
        return client().store().build().open(ObjectNotification.of(LOCATION));
    }

    private void restart() {
        stop();
        server = null;
        client = null;
    }

    private void serve(Function<Request, Response> script) {
        server = ScriptedServer.start(script);
        client = kind.open(server.endpoint(), "eu-central-1", "id", "secret");
    }

    private ScriptedServer started() {
        assertThat(server).isNotNull();
        return server;
    }

    private StoreClient.Open client() {
        assertThat(client).isNotNull();
        return client;
    }

    private static byte[] read(ObjectContent content, long position, int length) {
        byte[] target = new byte[length + 2];
        content.readFully(position, target, 1, length);
        assertThat(target[0]).isZero();
        assertThat(target[length + 1]).isZero();
        return Arrays.copyOfRange(target, 1, length + 1);
    }

    private static Response cut(Response whole) {
        byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        return new Response(whole.status(), whole.headers(), half, whole.announced());
    }
}
