package org.ocsf4j.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.aws.sqs.SqsNotificationSource;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Looks for secrets in everything that a process prints while every logger says all that it can, but for the SDK's signer: at
 * DEBUG that one prints session tokens, as docs/aws.md warns.
 */
final class SecretsTest {

    private static final List<String> SECRETS =
            List.of("the-own-secret-access-key", "the-external-id", StsStub.SECRET, StsStub.TOKEN);

    @Test
    void printsNoSecretWhateverIsLoggedOrFails() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-Dorg.slf4j.simpleLogger.log.software.amazon.awssdk.http.auth.aws=info",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talkative.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("refused; HTTP 403", "DEBUG", "role=RoleSettings", Talkative.END)
                .doesNotContain(SECRETS);
    }

    /** Reads and receives as a role, is refused, and prints what it has. */
    static final class Talkative {

        private static final Logger LOG = LoggerFactory.getLogger(Talkative.class);

        static final String END = "that is all";

        private Talkative() {}

        public static void main(String[] args) throws InterruptedException {
            RoleSettings role = RoleSettings.of("arn:aws:iam::111122223333:role/lake", SECRETS.get(1));
            try (StsStub sts = StsStub.start();
                    ScriptedServer refuses = ScriptedServer.start(request -> Response.of(
                            403, "<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>"));
                    AwsClients clients = AwsClients.builder()
                            .region("eu-central-1")
                            .credentials("the-id", SECRETS.get(0))
                            .stsEndpoint(sts.endpoint())
                            .s3Endpoint(refuses.endpoint())
                            .sqsEndpoint(refuses.endpoint())
                            .role(role)
                            .build();
                    S3Client s3 = clients.s3();
                    SqsClient sqs = clients.sqs();
                    SqsNotificationSource source = SqsNotificationSource.builder(sqs)
                            .queueUrl(refuses.endpoint() + "/1/q")
                            .build()) {
                System.out.println(role + " " + clients + " " + clients.credentials() + " " + s3 + " " + sqs);
                S3ObjectStore store = S3ObjectStore.builder(s3).build();
                try {
                    store.open(ObjectNotification.of(new ObjectLocation("lake", "k")));
                } catch (ConfigurationException refused) {
                    LOG.error("refused", refused);
                }
                try {
                    source.receive(1, Duration.ZERO);
                } catch (ConfigurationException refused) {
                    LOG.error("refused", refused);
                }
                sts.refusing(403, "AccessDenied");
                try (AwsClients others = AwsClients.builder()
                        .region("eu-central-1")
                        .credentials("the-id", SECRETS.get(0))
                        .stsEndpoint(sts.endpoint())
                        .role(role)
                        .build()) {
                    others.credentials().resolveCredentials();
                } catch (ConfigurationException refused) {
                    LOG.error("refused", refused);
                }
            }
            System.out.println(END);
        }
    }
}
