package org.ocsf4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says whose the lake's bucket is. */
public final class OwnerOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--bucket-owner",
            paramLabel = "ACCOUNT",
            description = "the account that the lake's bucket must belong to; S3 refuses every call where it does not")
    private @Nullable String account;

    /** The account's 12 digits, absent where any will do. */
    public @Nullable String account() {
        if (account != null && !account.matches("[0-9]{12}")) {
            throw new ParameterException(
                    command.commandLine(), "--bucket-owner is not an account's 12 digits; '" + account + "'");
        }
        return account;
    }
}
