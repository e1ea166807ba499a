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

    private static final long SESSION_MILLIS = 3_600_000;

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

    /** A session of a role; its access key is that of an hour, see {@link #at}. */
    static Principal session(String role, String session, String accountId, @Nullable String invokedBy) {
        String roleId = "AROA" + Dice.of(0, accountId + role).id(10) + "EXAMPLE";
        String arn = "arn:aws:sts::" + accountId + ":assumed-role/" + role + "/" + session;
        return new Principal(
                "AssumedRole",
                null,
                roleId + ":" + session,
                arn,
                accountId,
                accessKey(arn, 0),
                "arn:aws:iam::" + accountId + ":role/" + role,
                role,
                invokedBy);
    }

    /** The principal as it calls at a time: a role's session is renewed once an hour, with another access key. */
    Principal at(long time) {
        if (roleArn == null) {
            return this;
        }
        String key = accessKey(arn, sessionBegin(time));
        return new Principal(type, name, id, arn, accountId, key, roleArn, roleName, invokedBy);
    }

    /** When the session began in which a role's caller calls at a time, epoch milliseconds in whole seconds. */
    long sessionBegin(long time) {
        long phase = (arn.hashCode() & Integer.MAX_VALUE) % (SESSION_MILLIS / 1_000) * 1_000;
        return (time - phase) / SESSION_MILLIS * SESSION_MILLIS + phase;
    }

    private static String accessKey(String arn, long begin) {
        return "ASIA" + Dice.of(begin, arn).id(9) + "EXAMPLE";
    }

    /** The account's root user: its unique id is the account id. */
    static Principal root(String accountId) {
        return new Principal(
                "Root", null, accountId, "arn:aws:iam::" + accountId + ":root", accountId, null, null, null, null);
    }
}
