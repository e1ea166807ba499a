package org.ocsf4j.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.testkit.server.SignatureJudge;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Signatures as such; {@link SigningDomain} sees them on requests of the sink. */
final class SigV4SignerTest {

    private static final Instant NOW = Instant.parse("2026-07-14T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AwsCredentialsProvider KEY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("the-id", "the-secret"));
    private static final SignatureJudge JUDGE = new SignatureJudge("the-id", "the-secret", "eu-central-1", "es");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/_bulk",
                "/_bulk?filter_path=errors%2Citems.%2A.status",
                "/ocsf-*/_search",
                "/ocsf-*,-ocsf-1.0.0*/_count?ignore_unavailable=true&allow_no_indices",
                "/%3Cocsf-%7Bnow%2Fd%7D%3E/_search",
                "/i/_doc/a%20b%2Bc",
                "/i/_doc/%E2%82%AC~-._",
                "/i/_search?q=a%20b&q=a%2Bb&z=%25&a=%2F%3D&b=",
                "/proxy/path/_cluster/health"
            })
    void signsPathsAndQueriesAsTheyAreSent(String target) {
        for (byte[] body : new byte[][] {new byte[0], {1, 2, 3, 0, -1}}) {
            assertThat(fault(target, body, body)).isNull();
        }
    }

    @Test
    void signsTheBody() {
        assertThat(fault("/_bulk", new byte[] {1}, new byte[] {2})).isEqualTo("the body is another");
    }

    @Test
    void theJudgeNoticesWhatIsAltered() {
        Map<String, String> headers = sent("/_bulk?a=b", new byte[0]);
        assertThat(JUDGE.fault("POST", "/_bulk?a=b", headers, new byte[0], NOW)).isNull();
        assertThat(JUDGE.fault("PUT", "/_bulk?a=b", headers, new byte[0], NOW)).startsWith("the signature does not");
        assertThat(JUDGE.fault("POST", "/_bulk?a=c", headers, new byte[0], NOW)).startsWith("the signature does not");
        assertThat(JUDGE.fault("POST", "/_bulk?a=b", headers, new byte[0], NOW.plus(Duration.ofMinutes(6))))
                .isEqualTo("the date is too far off");
        headers.put("content-type", "text/plain");
        assertThat(JUDGE.fault("POST", "/_bulk?a=b", headers, new byte[0], NOW)).startsWith("the signature does not");
    }

    /** A request of AWS's own description of the protocol, with the signature that it states. */
    @Test
    void agreesWithThePublishedExample() {
        SignatureJudge published =
                new SignatureJudge("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "iam");
        Map<String, String> headers = Map.of(
                "host",
                "iam.amazonaws.com",
                "content-type",
                "application/x-www-form-urlencoded; charset=utf-8",
                "x-amz-date",
                "20150830T123600Z",
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
        assertThat(published.fault(
                        "GET",
                        "/?Action=ListUsers&Version=2010-05-08",
                        headers,
                        new byte[0],
                        Instant.parse("2015-08-30T12:36:00Z")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://d.eu-central-1.es.amazonaws.com, d.eu-central-1.es.amazonaws.com",
        "https://d.eu-central-1.es.amazonaws.com:443, d.eu-central-1.es.amazonaws.com",
        "https://d.eu-central-1.es.amazonaws.com:9200, d.eu-central-1.es.amazonaws.com:9200",
        "http://127.0.0.1:80, 127.0.0.1",
        "http://127.0.0.1:9200, 127.0.0.1:9200"
    })
    void namesTheHostWithoutTheSchemesOwnPort(String endpoint, String host) {
        assertThat(signer(KEY).sign("GET", URI.create(endpoint + "/"), Map.of(), new byte[0]))
                .containsEntry("Host", host);
    }

    @Test
    void addsTheSessionsTokenAndTheBodysDigest() {
        AwsCredentialsProvider session =
                StaticCredentialsProvider.create(AwsSessionCredentials.create("the-id", "the-secret", "the-token"));
        Map<String, String> added = signer(session)
                .sign("POST", URI.create("https://d/_bulk"), Map.of("Content-Type", "application/json"), new byte[0]);
        assertThat(added.keySet())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "host", "authorization", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token");
        assertThat(added).containsEntry("X-Amz-Security-Token", "the-token");
    }

    @Test
    void saysThatThereAreNoCredentials() {
        SigV4Signer without = signer(() -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers");
        });
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> without.sign("GET", URI.create("https://d/"), Map.of(), new byte[0]))
                .withMessageContaining("[SigV4 es in eu-central-1] there are no credentials");
    }

    private static @Nullable String fault(String target, byte[] signed, byte[] sent) {
        return JUDGE.fault("POST", target, sent(target, signed), sent, NOW);
    }

    /** The headers as a server sees them. */
    private static Map<String, String> sent(String target, byte[] body) {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/x-ndjson"));
        signer(KEY)
                .sign("POST", URI.create("https://d.example" + target), Map.copyOf(headers), body)
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private static SigV4Signer signer(AwsCredentialsProvider credentials) {
        return new SigV4Signer(OpenSearchService.ES, "eu-central-1", credentials, CLOCK);
    }
}
