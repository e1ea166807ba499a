package org.ocsf4j.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.RoleSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say as whom AWS is spoken to. */
public final class RoleOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "the role to assume, such as the one Security Lake makes for a subscriber")
    private @Nullable String roleArn;

    @Option(names = "--external-id", paramLabel = "ID", description = "the external id that the role's trust asks for")
    private @Nullable String externalId;

    @Option(names = "--sts-endpoint", paramLabel = "URL", description = "an STS endpoint other than the region's")
    private @Nullable URI stsEndpoint;

    /** Tells the builder. */
    public void applyTo(AwsClients.Builder aws) {
        if (stsEndpoint != null) {
            aws.stsEndpoint(stsEndpoint);
        }
        aws.role(role());
    }

    /** The role, absent where none is to be assumed. */
    public @Nullable RoleSettings role() {
        if (roleArn == null && externalId != null) {
            throw new ParameterException(command.commandLine(), "--external-id needs --role-arn");
        }
        try {
            return roleArn == null ? null : RoleSettings.of(roleArn, externalId);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
