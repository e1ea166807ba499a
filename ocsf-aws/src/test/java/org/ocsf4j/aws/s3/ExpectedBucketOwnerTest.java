package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.aws.backfill.S3ObjectListing;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectLocation;
import software.amazon.awssdk.services.s3.S3Client;

/** Every request to S3 that this module makes says whose bucket it expects. */
final class ExpectedBucketOwnerTest {

    private static final String OWNER = "111122223333";
    private static final String LISTED =
            "<?xml version=\"1.0\"?><ListBucketResult><Name>lake</Name></ListBucketResult>";

    @Test
    void saysItWithEveryRequest() {
        ScriptedBucket bucket = ScriptedBucket.ofSize(200_000);
        try (ScriptedServer server = ScriptedServer.start(request -> switch (request.method()) {
                    case "PUT" -> Response.of(200, Map.of("ETag", "\"e\""), new byte[0]);
                    case "GET" ->
                        request.target().contains("empty")
                                ? ScriptedBucket.error(416, "InvalidRange")
                                : request.header("Range") == null ? Response.of(200, LISTED) : bucket.answer(request);
                    default -> bucket.answer(request);
                });
                AwsClients clients = AwsClients.builder()
                        .region("eu-central-1")
                        .credentials("id", "secret")
                        .s3Endpoint(server.endpoint())
                        .build();
                S3Client s3 = clients.s3()) {
            S3ObjectStore store =
                    S3ObjectStore.builder(s3).expectedBucketOwner(OWNER).build();
            byte[] start = new byte[1000];
            try (ObjectContent content = store.open(ObjectNotification.of(new ObjectLocation("lake", "aws/a")))) {
                content.readFully(0, start, 0, start.length);
            }
            store.open(ObjectNotification.of(new ObjectLocation("lake", "aws/empty")))
                    .close();
            new S3ObjectListing(s3, "lake", OWNER).list("aws/", null);
            S3DeadLetterSink.builder(s3, "letters")
                    .expectedBucketOwner(OWNER)
                    .build()
                    .write(List.of(letter()));

            assertThat(server.requests())
                    .extracting(ScriptedServer.Request::method)
                    .as("the tail, a range, the tail of what is empty, its head, a listing, a letter")
                    .containsExactly("GET", "GET", "GET", "HEAD", "GET", "PUT");
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.header("X-amz-expected-bucket-owner"))
                            .isEqualTo(OWNER));
        }
    }

    private static DeadLetter letter() {
        return new DeadLetter(
                new ObjectLocation("lake", "k"),
                "tag",
                1L,
                400,
                "mapper_parsing_exception",
                "no",
                "i",
                "id",
                "{}".getBytes(StandardCharsets.UTF_8),
                1,
                Instant.EPOCH);
    }
}
