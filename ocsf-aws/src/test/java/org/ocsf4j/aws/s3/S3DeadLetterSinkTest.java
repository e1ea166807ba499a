package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectLocation;
import software.amazon.awssdk.services.s3.S3Client;

final class S3DeadLetterSinkTest {

    private static final Instant NOW = Instant.parse("2026-07-14T12:00:00.123Z");

    private volatile Response answer = Response.of(200, Map.of("ETag", "\"e\""), new byte[0]);
    private final ScriptedServer server = ScriptedServer.start(request -> answer);
    private final AwsClients clients = AwsClients.builder()
            .region("eu-central-1")
            .credentials("id", "secret")
            .s3Endpoint(server.endpoint())
            .build();
    private final S3Client s3 = clients.s3();
    private final S3DeadLetterSink sink = S3DeadLetterSink.builder(s3, "letters")
            .prefix("ocsf/")
            .expectedBucketOwner("111122223333")
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();

    @AfterEach
    void stop() {
        s3.close();
        clients.close();
        server.close();
    }

    @Test
    void putsEachWriteUnderItsTimeAndDigestForTheOwnerThatIsExpected() {
        sink.write(List.of(letter(1)));
        sink.write(List.of(letter(2)));

        assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.target())
                    .matches("/letters/ocsf/2026/07/14/dead-letters-20260714T120000123-[0-9a-f]{16}\\.ndjson\\.gz");
            assertThat(request.header("X-amz-expected-bucket-owner")).isEqualTo("111122223333");
            assertThat(request.header("Content-md5")).isNotEmpty();
        });
        assertThat(server.requests()).extracting(ScriptedServer.Request::target).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatToCheckWhereItIsRefused() {
        answer = Response.of(403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> sink.write(List.of(letter(1))))
                .withMessageContaining("[s3://letters/ocsf/2026/07/14/")
                .withMessageContaining("role and its external id")
                .withMessageContaining("s3:PutObject")
                .withMessageContaining("kms:GenerateDataKey");
    }

    @Test
    void storesNothingWithoutAConfirmation() {
        answer = Response.of(200, Map.of(), new byte[0]);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sink.write(List.of(letter(1))));
        answer = Response.of(503, "<Error><Code>SlowDown</Code><Message>later</Message></Error>");
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sink.write(List.of(letter(1))));
    }

    @Test
    void refusesOptionsThatCannotWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> S3DeadLetterSink.builder(s3, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3DeadLetterSink.builder(s3, "b").expectedBucketOwner("1"));
    }

    private static DeadLetter letter(long row) {
        return new DeadLetter(
                new ObjectLocation("lake", "k"),
                "tag",
                row,
                400,
                "mapper_parsing_exception",
                "no",
                "i",
                "id",
                "{}".getBytes(StandardCharsets.UTF_8),
                1,
                NOW);
    }
}
