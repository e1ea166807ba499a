package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** CloudTrail account change: IAM users and roles that are made, changed and removed. */
final class AccountChangeRows implements RowSource {

    private static final EnumValue CREATE = new EnumValue(1, "Create");
    private static final EnumValue PASSWORD_RESET = new EnumValue(4, "Password Reset");
    private static final EnumValue DELETE = new EnumValue(6, "Delete");
    private static final EnumValue ATTACH_POLICY = new EnumValue(7, "Attach Policy");
    private static final EnumValue DETACH_POLICY = new EnumValue(8, "Detach Policy");

    /** The operations that AWS classifies as account changes. */
    private static final List<ApiCall> OPERATIONS = List.of(
            change("CreateRole", CREATE),
            change("AttachRolePolicy", ATTACH_POLICY),
            change("DetachRolePolicy", DETACH_POLICY),
            change("DeleteRole", DELETE),
            change("CreateUser", CREATE),
            change("AttachUserPolicy", ATTACH_POLICY),
            change("UpdateLoginProfile", PASSWORD_RESET),
            change("DeleteUser", DELETE));

    private static final List<String> POLICIES =
            List.of("ReadOnlyAccess", "AmazonS3FullAccess", "PowerUserAccess", "AdministratorAccess", "ViewOnlyAccess");

    private final Estate estate;
    private final boolean v2;
    private final CloudTrailColumns columns;

    AccountChangeRows(Partition partition) {
        this.estate = partition.estate();
        this.v2 = partition.table().isV2();
        this.columns = new CloudTrailColumns(partition);
    }

    private static ApiCall change(String operation, EnumValue activity) {
        return new ApiCall("iam.amazonaws.com", operation, null, activity, null);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        ApiCall call = dice.pickSkewed(OPERATIONS);
        Principal who = dice.pickSkewed(estate.principals()).at(time);
        columns.event(row, time, call.activity(), CloudTrailColumns.API_CALL, "Management", dice);
        columns.call(row, call, ApiError.sometimes(dice), dice);
        columns.actor(row, time, who);
        columns.source(row, who, Addresses.remote(dice), dice.pickSkewed(estate.userAgents()));
        target(row, call, dice);
        policy(row, call, dice);
        row.put("unmapped", "managementEvent", "true");
        row.put("unmapped", "sessionCredentialFromConsole", dice.chance(0.2) ? "true" : null);
    }

    private void target(Row row, ApiCall call, Dice dice) {
        boolean role = call.operation().contains("Role");
        String name = (role ? "svc-" : "user-") + dice.pick(Vocabulary.FUNCTIONS);
        String id = (role ? "AROA" : "AIDA") + dice.id(10) + "EXAMPLE";
        row.set("user.name", name);
        row.set(v2 ? "user.uid_alt" : "user.uid", id);
        if (v2) {
            row.set("user.uid", "arn:aws:iam::" + estate.accountId() + ":" + (role ? "role/" : "user/") + name);
        }
        row.put("unmapped", role ? "requestParameters.roleName" : "requestParameters.userName", name);
    }

    private void policy(Row row, ApiCall call, Dice dice) {
        @Nullable
        String policy =
                call.operation().endsWith("Policy") ? "arn:aws:iam::aws:policy/" + dice.pickSkewed(POLICIES) : null;
        if (v2) {
            row.set("policy.uid", policy);
        } else {
            row.put("unmapped", "requestParameters.policyArn", policy);
        }
    }
}
