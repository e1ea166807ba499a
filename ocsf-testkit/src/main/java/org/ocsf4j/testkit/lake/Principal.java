package org.ocsf4j.testkit.lake;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a call, in CloudTrail's words.
 *
 * @param type user identity type, such as {@code IAMUser} or {@code AssumedRole}
 * @param name user name; a role session has none
 * @param id unique id: {@code AIDA…}, or {@code AROA…:session}
 * @param arn ARN of the user or session
 * @param accountId the account it belongs to
 * @param accessKeyId the key that signs its calls; null at the console
 * @param roleArn the role behind a session
 * @param roleName the name of that role
 * @param invokedBy the service that calls on its behalf
 */
record Principal(
        String type,
        @Nullable String name,
        String id,
        String arn,
        String accountId,
        @Nullable String accessKeyId,
        @Nullable String roleArn,
        @Nullable String roleName,
        @Nullable String invokedBy) {

    static Principal user(String name, String accountId, Dice dice) {
        return new Principal(
                "IAMUser",
                name,
                "AIDA" + dice.id(10) + "EXAMPLE",
                "arn:aws:iam::" + accountId + ":user/" + name,
                accountId,
                "AKIA" + dice.id(9) + "EXAMPLE",
                null,
                null,
                null);
    }

    static Principal session(String role, String session, String accountId, @Nullable String invokedBy, Dice dice) {
        return new Principal(
                "AssumedRole",
                null,
                "AROA" + dice.id(10) + "EXAMPLE:" + session,
                "arn:aws:sts::" + accountId + ":assumed-role/" + role + "/" + session,
                accountId,
                "ASIA" + dice.id(9) + "EXAMPLE",
                "arn:aws:iam::" + accountId + ":role/" + role,
                role,
                invokedBy);
    }

    /** The account's root user: its unique id is the account id. */
    static Principal root(String accountId) {
        return new Principal(
                "Root", null, accountId, "arn:aws:iam::" + accountId + ":root", accountId, null, null, null, null);
    }
}
