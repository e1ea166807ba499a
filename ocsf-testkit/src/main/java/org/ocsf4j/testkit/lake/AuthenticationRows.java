package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** CloudTrail authentication: console logins, assumed roles and federated sign-ins. */
final class AuthenticationRows implements RowSource {

    /** A login at the console. */
    record ConsoleLogin(Principal who, boolean mfa, boolean failed, String sourceIp, String browser) {}

    private static final EnumValue LOGON = new EnumValue(1, "Logon");
    private static final ApiCall CONSOLE_LOGIN = new ApiCall("signin.amazonaws.com", "ConsoleLogin", null, LOGON, null);
    private static final ApiCall ASSUME_ROLE = new ApiCall("sts.amazonaws.com", "AssumeRole", null, LOGON, null);
    private static final ApiCall ASSUME_ROLE_WITH_SAML =
            new ApiCall("sts.amazonaws.com", "AssumeRoleWithSAML", null, LOGON, null);
    private static final ApiError DENIED = new ApiError("AccessDenied", "Not authorized to perform sts:AssumeRole");
    private static final String IDENTITY_PROVIDER = "https://idp.example.com/saml";

    private final Estate estate;
    private final boolean v2;
    private final CloudTrailColumns columns;

    AuthenticationRows(Partition partition) {
        this.estate = partition.estate();
        this.v2 = partition.table().isV2();
        this.columns = new CloudTrailColumns(partition);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        double kind = dice.fraction();
        if (kind < 0.25) {
            Principal who = dice.pick(estate.people());
            boolean failed = dice.chance(0.06);
            String browser = dice.pickSkewed(Vocabulary.BROWSERS);
            write(row, time, new ConsoleLogin(who, dice.chance(0.85), failed, Addresses.remote(dice), browser), dice);
        } else if (kind < 0.9) {
            assumeRole(row, time, dice);
        } else {
            assumeRoleWithSaml(row, time, dice);
        }
    }

    /** Fills a cleared row with a console login. */
    void write(Row row, long time, ConsoleLogin login, Dice dice) {
        Principal who = login.who();
        common(row, time, CONSOLE_LOGIN, CloudTrailColumns.CONSOLE_SIGN_IN, null, dice);
        columns.outcome(row, login.failed());
        if (login.failed()) {
            row.put("unmapped", "errorMessage", "Failed authentication");
        }
        columns.actor(row, time, who);
        columns.source(row, who, login.sourceIp(), login.browser());
        row.set(
                "dst_endpoint.svc_name",
                "https://console.aws.amazon.com/console/home?state=hashArgs%23&isauthcode=true");
        user(row, who.name(), who.id(), who.arn());
        row.set(v2 ? "is_mfa" : "mfa", login.mfa());
        row.put("unmapped", "responseElements.ConsoleLogin", login.failed() ? "Failure" : "Success");
        row.put("unmapped", "additionalEventData.MobileVersion", "No");
        row.put("unmapped", "additionalEventData.MFAUsed", login.mfa() ? "Yes" : "No");
    }

    private void assumeRole(Row row, long time, Dice dice) {
        Principal who = dice.pickSkewed(estate.principals()).at(time);
        Vocabulary.Role role = dice.pickSkewed(Vocabulary.ROLES);
        String arn = "arn:aws:iam::" + estate.accountId() + ":role/" + role.name();
        common(row, time, ASSUME_ROLE, CloudTrailColumns.API_CALL, dice.chance(0.03) ? DENIED : null, dice);
        columns.actor(row, time, who);
        columns.source(row, who, dice.pickSkewed(estate.hosts()).ip(), dice.pickSkewed(estate.userAgents()));
        user(row, role.name(), null, arn);
        String session = "session-" + dice.below(1_000_000_000);
        session(row, time, role.name(), session, null);
        row.put("unmapped", "requestParameters.roleSessionName", session);
        row.put("unmapped", "requestParameters.durationSeconds", "3600");
        row.put("unmapped", "resources[].ARN", arn);
        row.put("unmapped", "resources[].type", "AWS::IAM::Role");
    }

    private void assumeRoleWithSaml(Row row, long time, Dice dice) {
        String person = dice.pick(Vocabulary.PEOPLE);
        String role = dice.chance(0.7) ? "ReadOnly" : "Admin";
        Principal who = new Principal(
                "SAMLUser",
                person,
                IDENTITY_PROVIDER + ":" + person,
                "arn:aws:iam::" + estate.accountId() + ":saml-provider/corporate",
                estate.accountId(),
                null,
                null,
                null,
                null);
        common(row, time, ASSUME_ROLE_WITH_SAML, CloudTrailColumns.API_CALL, null, dice);
        columns.actor(row, time, who);
        columns.source(row, who, Addresses.remote(dice), dice.pickSkewed(Vocabulary.BROWSERS));
        row.set("actor.idp.name", IDENTITY_PROVIDER);
        user(row, person, null, "arn:aws:iam::" + estate.accountId() + ":role/" + role);
        session(row, time, role, person, IDENTITY_PROVIDER);
        row.put("unmapped", "requestParameters.principalTags.Department", dice.pick(List.of("Engineering", "Finance")));
        row.put("unmapped", "responseElements.subjectType", "persistent");
    }

    private void common(Row row, long time, ApiCall call, String eventType, @Nullable ApiError error, Dice dice) {
        columns.event(row, time, LOGON, eventType, "Management", dice);
        columns.call(row, call, error, dice);
    }

    private void user(Row row, @Nullable String name, @Nullable String id, String arn) {
        row.set("user.name", name);
        row.set(v2 ? "user.uid_alt" : "user.uid", id);
        row.set(v2 ? "user.uid" : "user.uuid", arn);
    }

    /** The session that the caller got; only version 2 has columns for it. */
    private void session(Row row, long time, String role, String name, @Nullable String issuer) {
        if (v2) {
            Principal session =
                    Principal.session(role, name, estate.accountId(), null).at(time);
            row.set("session.uid", session.arn());
            row.set("session.uid_alt", session.id());
            row.set("session.credential_uid", session.accessKeyId());
            row.set("session.issuer", issuer);
        }
    }
}
