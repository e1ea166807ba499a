package org.ocsf4j.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

final class RoleTest {

    private static final String ARN = "arn:aws:iam::111122223333:role/AmazonSecurityLake-0a1b";
    private static final RoleSettings ROLE = new RoleSettings(ARN, "the-external-id", "my-worker");

    @Test
    void assumesTheRoleWithItsExternalIdAndSessionName() {
        try (StsStub sts = StsStub.start();
                AwsClients clients = clients(sts, ROLE).build()) {
            AwsSessionCredentials credentials =
                    (AwsSessionCredentials) clients.credentials().resolveCredentials();

            assertThat(credentials.accessKeyId()).isEqualTo("role-id-1");
            assertThat(credentials.sessionToken()).isEqualTo(StsStub.TOKEN);
            assertThat(sts.forms()).singleElement().satisfies(form -> assertThat(form)
                    .containsEntry("Action", "AssumeRole")
                    .containsEntry("RoleArn", ARN)
                    .containsEntry("ExternalId", "the-external-id")
                    .containsEntry("RoleSessionName", "my-worker"));
            assertThat(sts.requests().get(0).header("Authorization")).contains("Credential=the-id/");
        }
    }

    @Test
    void sendsNoExternalIdWhereThereIsNone() {
        try (StsStub sts = StsStub.start();
                AwsClients clients = clients(sts, RoleSettings.of(ARN, null)).build()) {
            clients.credentials().resolveCredentials();

            assertThat(sts.forms().get(0))
                    .doesNotContainKey("ExternalId")
                    .containsEntry("RoleSessionName", RoleSettings.DEFAULT_SESSION_NAME);
        }
    }

    @Test
    void signsEveryCallAsTheRoleAndAsksForItOnce() {
        try (StsStub sts = StsStub.start();
                ScriptedServer lake =
                        ScriptedServer.start(request -> Response.of(200, Map.of("ETag", "\"e\""), new byte[0]));
                AwsClients clients =
                        clients(sts, ROLE).s3Endpoint(lake.endpoint()).build();
                S3Client s3 = clients.s3()) {
            s3.headObject(request -> request.bucket("lake").key("a"));
            s3.headObject(request -> request.bucket("lake").key("b"));

            assertThat(lake.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.header("Authorization")).contains("Credential=role-id-1/");
                assertThat(request.header("X-amz-security-token")).isEqualTo(StsStub.TOKEN);
            });
            assertThat(sts.requests()).hasSize(1);
        }
    }

    /** Credentials that live 62 s are due for renewal 2 s from now at the latest. */
    @Test
    void renewsCredentialsBeforeTheyExpire() throws InterruptedException {
        try (StsStub sts = StsStub.start().lending(Duration.ofSeconds(62));
                AwsClients clients = clients(sts, ROLE).build()) {
            long start = System.nanoTime();
            String id = clients.credentials().resolveCredentials().accessKeyId();
            assertThat(id).isEqualTo("role-id-1");
            sts.lending(Duration.ofHours(1));
            while (id.equals("role-id-1")
                    && System.nanoTime() - start < Duration.ofSeconds(50).toNanos()) {
                Thread.sleep(100);
                id = clients.credentials().resolveCredentials().accessKeyId();
            }
            assertThat(id).isEqualTo("role-id-2");
        }
    }

    @Test
    void assumesTheRoleAgainWhereItIsToldTo() {
        try (StsStub sts = StsStub.start();
                AwsClients clients = clients(sts, ROLE).build()) {
            assertThat(clients.credentials().resolveCredentials().accessKeyId()).isEqualTo("role-id-1");

            clients.renewCredentials();

            assertThat(clients.credentials().resolveCredentials().accessKeyId()).isEqualTo("role-id-2");
            assertThat(clients.credentials().resolveCredentials().accessKeyId()).isEqualTo("role-id-2");
        }
    }

    @Test
    void saysWhatToCheckWhereStsRefuses() {
        try (StsStub sts = StsStub.start().refusing(403, "AccessDenied");
                AwsClients clients = clients(sts, ROLE).build();
                S3Client s3 = clients.s3()) {
            S3ObjectStore store = S3ObjectStore.builder(s3).build();
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> store.open(ObjectNotification.of(new ObjectLocation("lake", "k"))))
                    .withMessageContaining("[" + ARN + "] refused; HTTP 403 AccessDenied, request r-1")
                    .withMessageContaining("external id")
                    .withMessageContaining("trust policy")
                    .withMessageContaining("sts:AssumeRole");
        }
    }

    @Test
    void sendsTheMessageBackWhereStsAsksForPatience() {
        try (StsStub sts = StsStub.start().refusing(400, "Throttling");
                AwsClients clients = clients(sts, ROLE).build()) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> clients.credentials().resolveCredentials())
                    .withMessageContaining(ARN);
        }
    }

    @Test
    void asksTheRegionsOwnEndpoint() {
        AtomicReference<@Nullable String> host = new AtomicReference<>();
        try (AwsClients clients = AwsClients.builder()
                        .region("eu-central-1")
                        .credentials("the-id", "the-secret")
                        .interceptor(new StopBeforeSending(host))
                        .build();
                StsClient sts = clients.sts()) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(sts::getCallerIdentity);

            assertThat(host.get()).isEqualTo("sts.eu-central-1.amazonaws.com");
        }
    }

    @Test
    void refusesSettingsThatStsWouldRefuse() {
        for (String arn : new String[] {
            "",
            "role",
            "arn:aws:iam::1:role/r",
            "arn:aws:iam::111122223333:user/u",
            "arn:aws:iam::111122223333:role/a b"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> RoleSettings.of(arn, null));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoleSettings.of(ARN, "not an external id"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("not an external id"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RoleSettings(ARN, null, "a session"));
        assertThat(new RoleSettings("arn:aws-us-gov:iam::111122223333:role/path/r", "x:/@=,.+-", "s.1"))
                .isNotNull();
    }

    private static AwsClients.Builder clients(StsStub sts, RoleSettings role) {
        return AwsClients.builder()
                .region("eu-central-1")
                .credentials("the-id", "the-secret")
                .stsEndpoint(sts.endpoint())
                .s3Endpoint(URI.create("http://127.0.0.1:1"))
                .role(role);
    }

    private record StopBeforeSending(AtomicReference<@Nullable String> host) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            host.set(context.httpRequest().host());
            throw new IllegalStateException("nothing is sent from a test");
        }
    }
}
