package org.ocsf4j.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.ScriptedServer.Response;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

final class AwsClientsTest {

    @Test
    void callsTheEndpointsThatItWasGiven() {
        try (ScriptedServer server = ScriptedServer.start(request -> Response.of(
                        200,
                        Map.of("ETag", "\"e\""),
                        request.target().equals("/") ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0]));
                AwsClients clients = clients(server.endpoint());
                S3Client s3 = clients.s3();
                SqsClient sqs = clients.sqs()) {
            s3.headObject(request -> request.bucket("lake").key("k"));
            sqs.listQueues();

            assertThat(server.requests())
                    .extracting(ScriptedServer.Request::target)
                    .containsExactly("/lake/k", "/");
            assertThat(server.requests()).allSatisfy(request -> assertThat(request.header("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=the-id/")
                    .contains("/eu-central-1/"));
        }
    }

    @Test
    void asksForNoChecksumsThatOtherServersDoNotKnow() {
        try (ScriptedServer server =
                        ScriptedServer.start(request -> Response.of(200, Map.of("ETag", "\"e\""), new byte[0]));
                AwsClients clients = clients(server.endpoint());
                S3Client s3 = clients.s3()) {
            s3.putObject(request -> request.bucket("lake").key("k"), RequestBody.fromString("x"));

            assertThat(server.requests().get(0).headers().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum"));
        }
    }

    @Test
    void showsNoCredentials() {
        try (AwsClients clients = clients(URI.create("http://127.0.0.1:1"))) {
            assertThat(clients.toString()).contains("eu-central-1").doesNotContain("the-id", "the-secret");
        }
    }

    @Test
    void refusesOptionsThatCannotWork() {
        AwsClients.Builder builder = AwsClients.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.region(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.s3Endpoint(URI.create("localhost")));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.sqsEndpoint(URI.create("http://u:p@host")));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.readTimeout(Duration.ofSeconds(20)));
    }

    private static AwsClients clients(URI endpoint) {
        return AwsClients.builder()
                .region("eu-central-1")
                .s3Endpoint(endpoint)
                .sqsEndpoint(endpoint)
                .credentials("the-id", "the-secret")
                .build();
    }
}
