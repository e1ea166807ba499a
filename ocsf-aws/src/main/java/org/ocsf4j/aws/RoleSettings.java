package org.ocsf4j.aws;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role to work as, such as the one that Security Lake makes for a subscriber. {@link #toString()} shows no external id.
 *
 * @param arn the role's ARN, {@code arn:aws:iam::<12 digits>:role/<name>}
 * @param externalId what the role's trust policy asks for, absent where it asks for nothing
 * @param sessionName what the account's owner sees in CloudTrail, 2 to 64 characters of {@code A-Za-z0-9_+=,.@-}
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public record RoleSettings(String arn, @Nullable String externalId, String sessionName) {

    /** The session's name where none is given: {@value}. */
    public static final String DEFAULT_SESSION_NAME = "ocsf4j";

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\x21-\\x7e]{1,1000}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

    public RoleSettings {
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(sessionName, "sessionName");
        if (!ARN.matcher(arn).matches()) {
            throw new IllegalArgumentException(
                    "[role] the ARN is not a role's; '" + arn + "'; use arn:aws:iam::<12 digits>:role/<name>");
        }
        if (externalId != null && !EXTERNAL_ID.matcher(externalId).matches()) {
            throw new IllegalArgumentException("[" + arn + "] the external id is not 2 to 1224 characters of"
                    + " A-Za-z0-9_+=,.@:/-; it has " + externalId.length());
        }
        if (!SESSION_NAME.matcher(sessionName).matches()) {
            throw new IllegalArgumentException("[" + arn + "] the session name is not 2 to 64 characters of"
                    + " A-Za-z0-9_+=,.@-; '" + sessionName + "'");
        }
    }

    /** A role in sessions that are named {@value #DEFAULT_SESSION_NAME}. */
    public static RoleSettings of(String arn, @Nullable String externalId) {
        return new RoleSettings(arn, externalId, DEFAULT_SESSION_NAME);
    }

    @Override
    public String toString() {
        return "RoleSettings[arn=" + arn + ", externalId=" + (externalId == null ? "none" : "set") + ", sessionName="
                + sessionName + "]";
    }
}
