package org.ocsf4j.testkit.lake;

import org.jspecify.annotations.Nullable;

/** The columns that CloudTrail's API activity, authentication and account change share. */
final class CloudTrailColumns {

    /** What CloudTrail calls the kind of an event. */
    static final String API_CALL = "AwsApiCall";

    static final String CONSOLE_SIGN_IN = "AwsConsoleSignIn";

    private static final EnumValue SUCCESS = new EnumValue(1, "Success");
    private static final EnumValue FAILURE = new EnumValue(2, "Failure");

    private final Partition partition;
    private final boolean v2;
    private final BaseColumns base;

    CloudTrailColumns(Partition partition) {
        this.partition = partition;
        this.v2 = partition.table().isV2();
        this.base = new BaseColumns(partition, BaseColumns.CLOUD);
    }

    /** What every CloudTrail event says of itself. */
    void event(Row row, long time, EnumValue activity, String eventType, String feature, Dice dice) {
        base.event(row, time, activity, Severity.INFORMATIONAL);
        base.product(row, "AWS", "CloudTrail", "1.09", feature);
        base.cloud(row);
        base.lake(row);
        row.set("metadata.uid", dice.uuid());
        if (v2) {
            row.set("metadata.event_code", eventType);
        } else {
            row.put("unmapped", "eventType", eventType);
        }
        row.put("unmapped", "recipientAccountId", partition.accountId());
    }

    /** The call, and the error that it ended in, if any. */
    void call(Row row, ApiCall call, @Nullable ApiError error, Dice dice) {
        row.set("api.operation", call.operation());
        row.set("api.version", call.version());
        row.set("api.service.name", call.service());
        row.set("api.request.uid", requestId(call, dice));
        row.put("unmapped", "readOnly", call.readOnly() ? "true" : "false");
        if (error != null) {
            row.set("api.response.error", error.code());
            row.set("api.response.message", error.message());
        }
        outcome(row, error != null);
    }

    /** S3 and DynamoDB number requests in their own way; most services use UUIDs. */
    private static String requestId(ApiCall call, Dice dice) {
        return switch (call.service()) {
            case "s3.amazonaws.com" -> dice.id(16);
            case "dynamodb.amazonaws.com" -> dice.id(50) + "AG";
            default -> dice.uuid();
        };
    }

    void outcome(Row row, boolean failed) {
        EnumValue status = failed ? FAILURE : SUCCESS;
        row.set("status", status.caption());
        if (!v2) {
            row.set("status_id", status.id());
        }
    }

    /** Who called, and the session they called in. */
    void actor(Row row, long time, Principal who) {
        row.set("actor.user.type", who.type());
        row.set("actor.user.name", who.name());
        row.set("actor.user.credential_uid", who.accessKeyId());
        row.set(v2 ? "actor.user.uid_alt" : "actor.user.uid", who.id());
        row.set(v2 ? "actor.user.uid" : "actor.user.uuid", who.arn());
        row.set(v2 ? "actor.user.account.uid" : "actor.user.account_uid", who.accountId());
        row.set("actor.invoked_by", who.invokedBy());
        if (who.roleArn() != null) {
            row.set("actor.session.issuer", who.roleArn());
            row.set(v2 ? "actor.session.is_mfa" : "actor.session.mfa", false);
            row.set(v2 ? "actor.session.created_time_dt" : "actor.session.created_time", who.sessionBegin(time));
            row.put("unmapped", "userIdentity.sessionContext.sessionIssuer.type", "Role");
            row.put("unmapped", "userIdentity.sessionContext.sessionIssuer.userName", who.roleName());
            row.put("unmapped", "userIdentity.sessionContext.sessionIssuer.principalId", roleId(who));
            row.put("unmapped", "userIdentity.sessionContext.sessionIssuer.accountId", who.accountId());
        }
        base.observe(row, "actor.user.name", who.name(), ObservableType.USER_NAME);
        base.observe(row, "actor.user.uid", who.arn(), ObservableType.RESOURCE_UID);
    }

    private static String roleId(Principal session) {
        return session.id().substring(0, session.id().indexOf(':'));
    }

    /** Where the call came from: an address, or the name of the service that called. */
    void source(Row row, Principal who, String ip, String userAgent) {
        if (who.invokedBy() == null) {
            row.set("src_endpoint.ip", ip);
            base.observe(row, "src_endpoint.ip", ip, ObservableType.IP_ADDRESS);
        } else {
            row.set("src_endpoint.domain", who.invokedBy());
        }
        row.set("http_request.user_agent", userAgent);
    }

    /** How the client's connection was encrypted; calls of a service on someone's behalf have none. */
    void connection(Row row, ApiCall call, Principal who) {
        if (who.invokedBy() == null) {
            int dot = call.service().indexOf('.');
            String host = call.service().substring(0, dot) + "." + partition.region()
                    + call.service().substring(dot);
            row.put("unmapped", "tlsDetails.tlsVersion", "TLSv1.3");
            row.put("unmapped", "tlsDetails.cipherSuite", "TLS_AES_128_GCM_SHA256");
            row.put("unmapped", "tlsDetails.clientProvidedHostHeader", host);
        }
    }

    /** A resource that the call works on. */
    void resource(Row row, String arn, String type) {
        Row resource = row.add("resources").set("uid", arn).set("type", type);
        resource.set(v2 ? "owner.account.uid" : "account_uid", partition.accountId());
        base.observe(row, "resources[].uid", arn, ObservableType.RESOURCE_UID);
    }
}
