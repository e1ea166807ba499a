package org.ocsf4j.aws;

import java.time.Duration;
import org.ocsf4j.aws.internal.SdkFailures;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * The credentials of a role, fetched when they are first asked for and renewed in the background before they expire. What STS
 * refuses is thrown by what helps. Thread-safe.
 */
final class RoleCredentials implements AwsCredentialsProvider, AutoCloseable {

    /** How long before they expire credentials are renewed. */
    static final Duration RENEWAL = Duration.ofMinutes(5);

    private final RoleSettings role;
    private final StsClient sts;
    private volatile StsAssumeRoleCredentialsProvider provider;

    /** The client is closed with this. */
    RoleCredentials(RoleSettings role, StsClient sts) {
        this.role = role;
        this.sts = sts;
        provider = provider();
    }

    private StsAssumeRoleCredentialsProvider provider() {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .asyncCredentialUpdateEnabled(true)
                .prefetchTime(RENEWAL)
                .refreshRequest(AssumeRoleRequest.builder()
                        .roleArn(role.arn())
                        .externalId(role.externalId())
                        .roleSessionName(role.sessionName())
                        .build())
                .build();
    }

    /** Forgets the credentials it has: the next call assumes the role again. */
    synchronized void renew() {
        StsAssumeRoleCredentialsProvider old = provider;
        provider = provider();
        old.close();
    }

    RoleSettings role() {
        return role;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkException e) {
            throw SdkFailures.of(role.arn(), e, whatToCheck());
        }
    }

    private String whatToCheck() {
        return "the role's ARN, " + (role.externalId() == null ? "whether it needs an external id" : "its external id")
                + ", whether its trust policy admits who runs this, whose own policy has to allow sts:AssumeRole on it,"
                + " and the clock";
    }

    @Override
    public synchronized void close() {
        provider.close();
        sts.close();
    }

    @Override
    public String toString() {
        return "RoleCredentials[" + role + "]";
    }
}
