package org.ocsf4j.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.testkit.server.SignatureJudge;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The sink's and the admin client's requests against a server that makes every signature again. */
final class SigningSinkTest {

    private static final String REGION = "eu-central-1";

    /** Each look is a second later. */
    private final Clock clock = new Clock() {
        private final AtomicLong seconds = new AtomicLong(1_784_030_400);

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds.getAndIncrement());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @ParameterizedTest
    @CsvSource({"ES, true", "ES, false", "AOSS, true", "AOSS, false"})
    void signsEachAttemptAnewOverTheBytesThatAreSent(OpenSearchService service, boolean gzip)
            throws IOException, InterruptedException {
        try (SigningDomain domain = domain(service, 2);
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(domain.endpoint())
                        .signer(signer(service, "the-secret")::sign)
                        .compression(gzip)
                        .retryBudget(Duration.ofSeconds(20))
                        .build()) {
            List<EventOutcome> outcomes = sink.write(batch(100));

            assertThat(domain.faults()).isEmpty();
            assertThat(outcomes).hasSize(100).allMatch(outcome -> outcome instanceof EventOutcome.Indexed);
            assertThat(domain.admitted()).hasSize(3);
            assertThat(domain.admitted())
                    .extracting(headers -> headers.get("x-amz-date"))
                    .doesNotHaveDuplicates();
            assertThat(domain.admitted()).allSatisfy(headers -> assertThat(headers.containsKey("content-encoding"))
                    .isEqualTo(gzip));
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsWhatTheAdminClientAsks(OpenSearchService service) throws IOException {
        try (SigningDomain domain = domain(service, 0);
                OpenSearchAdmin admin = OpenSearchAdmin.builder()
                        .endpoint(domain.endpoint())
                        .signer(signer(service, "the-secret")::sign)
                        .build()) {
            admin.count("ocsf-*");
            admin.count("ocsf-*", "{\"query\":{\"match_all\":{}}}".getBytes(StandardCharsets.UTF_8));
            admin.putIndexTemplate("ocsf", "{}".getBytes(StandardCharsets.UTF_8));
            admin.indexExists("ocsf-a+b");

            assertThat(domain.faults()).isEmpty();
            assertThat(domain.admitted()).hasSize(4);
            assertThat(domain.admitted().get(0).get(":target"))
                    .contains("ocsf-")
                    .contains("?");
        }
    }

    @Test
    void stopsWhereTheSecretIsWrong() throws IOException {
        try (SigningDomain domain = domain(OpenSearchService.ES, 0);
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(domain.endpoint())
                        .signer(signer(OpenSearchService.ES, "another-secret")::sign)
                        .retryBudget(Duration.ofSeconds(5))
                        .build()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> sink.write(batch(1)))
                    .withMessageContaining("403");
            assertThat(domain.faults()).hasSize(1);
        }
    }

    private SigningDomain domain(OpenSearchService service, int busyFor) throws IOException {
        return new SigningDomain(
                new SignatureJudge("the-id", "the-secret", REGION, service.signingName()), clock, busyFor);
    }

    private SigV4Signer signer(OpenSearchService service, String secret) {
        return new SigV4Signer(
                service, REGION, StaticCredentialsProvider.create(AwsBasicCredentials.create("the-id", secret)), clock);
    }

    private static EventBatch batch(int events) {
        EventBatch batch = new EventBatch(1 << 20, 1000);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "k"), "tag"));
        for (int row = 0; row < events; row++) {
            byte[] json =
                    "{\"class_uid\":4001,\"message\":\"%d\"}".formatted(row).getBytes(StandardCharsets.UTF_8);
            batch.append(json, row, new EventClass("1.1.0", 4001L), 1_784_030_400_000L);
        }
        return batch;
    }
}
