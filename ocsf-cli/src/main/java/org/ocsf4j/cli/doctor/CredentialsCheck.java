package org.ocsf4j.cli.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.RoleSettings;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Are there credentials, may the role be assumed, and who are we then? */
final class CredentialsCheck implements Check {

    private final AwsClients aws;
    private final @Nullable RoleSettings role;
    private final boolean askSts;

    /** {@code askSts} is false where there is no STS beside the servers that are used. */
    CredentialsCheck(AwsClients aws, @Nullable RoleSettings role, boolean askSts) {
        this.aws = aws;
        this.role = role;
        this.askSts = askSts;
    }

    @Override
    public String subject() {
        return "credentials";
    }

    @Override
    public List<Finding> run() {
        String key;
        try {
            key = aws.credentials().resolveCredentials().accessKeyId();
        } catch (RuntimeException e) {
            return List.of(unresolved(e));
        }
        if (!askSts) {
            return List.of(Finding.pass(subject(), "access key " + key + "; STS was not asked"));
        }
        try (StsClient sts = aws.sts()) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();
            return List.of(Finding.pass(subject(), "we are " + caller.arn()));
        } catch (AwsServiceException e) {
            return List.of(Finding.fail(
                    subject(),
                    "STS refuses access key " + key + "; " + Refusal.of(e),
                    "check that the key is active, that its secret and session token belong to it, and the clock"));
        } catch (SdkException e) {
            return List.of(Finding.warn(
                    subject(),
                    "access key " + key + "; STS does not answer; " + Refusal.of(e),
                    "no matter where this network has no way to STS; else check the region and the endpoint"));
        }
    }

    private Finding unresolved(RuntimeException failure) {
        if (role == null) {
            return Finding.fail(
                    subject(),
                    "there are none; " + Refusal.of(failure),
                    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or run with a role of the instance or task");
        }
        return Finding.fail(
                "role",
                role.arn() + " cannot be assumed; " + Refusal.of(failure),
                "check the ARN, the external id (" + (role.externalId() == null ? "none is given" : "one is given")
                        + "), and that the role's trust policy names us for sts:AssumeRole");
    }
}
