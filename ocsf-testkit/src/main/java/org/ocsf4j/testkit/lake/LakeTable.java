package org.ocsf4j.testkit.lake;

import static org.ocsf4j.testkit.lake.SourceVersion.V1;
import static org.ocsf4j.testkit.lake.SourceVersion.V2;

/** One class of one source in one version: the rows of an object all belong to one of these. */
public enum LakeTable {
    API_ACTIVITY_V1(V1, "CLOUD_TRAIL_MGMT", EventClass.API_ACTIVITY_RC2, 30),
    AUTHENTICATION_V1(V1, "CLOUD_TRAIL_MGMT", EventClass.AUTHENTICATION_RC2, 4),
    ACCOUNT_CHANGE_V1(V1, "CLOUD_TRAIL_MGMT", EventClass.ACCOUNT_CHANGE_RC2, 3),
    S3_DATA_V1(V1, "S3_DATA", EventClass.API_ACTIVITY_RC2, 10),
    LAMBDA_EXECUTION_V1(V1, "LAMBDA_EXECUTION", EventClass.API_ACTIVITY_RC2, 6),
    VPC_FLOW_V1(V1, "VPC_FLOW", EventClass.NETWORK_ACTIVITY, 80),
    ROUTE53_V1(V1, "ROUTE53", EventClass.DNS_ACTIVITY, 40),
    SECURITY_FINDING_V1(V1, "SH_FINDINGS", EventClass.SECURITY_FINDING, 6),

    API_ACTIVITY_V2(V2, "CLOUD_TRAIL_MGMT", EventClass.API_ACTIVITY, 130),
    AUTHENTICATION_V2(V2, "CLOUD_TRAIL_MGMT", EventClass.AUTHENTICATION, 12),
    ACCOUNT_CHANGE_V2(V2, "CLOUD_TRAIL_MGMT", EventClass.ACCOUNT_CHANGE, 10),
    S3_DATA_V2(V2, "S3_DATA", EventClass.API_ACTIVITY, 60),
    LAMBDA_EXECUTION_V2(V2, "LAMBDA_EXECUTION", EventClass.API_ACTIVITY, 30),
    EKS_AUDIT_V2(V2, "EKS_AUDIT", EventClass.API_ACTIVITY, 40),
    VPC_FLOW_V2(V2, "VPC_FLOW", EventClass.NETWORK_ACTIVITY, 320),
    ROUTE53_V2(V2, "ROUTE53", EventClass.DNS_ACTIVITY, 160),
    VULNERABILITY_FINDING_V2(V2, "SH_FINDINGS", EventClass.VULNERABILITY_FINDING, 10),
    COMPLIANCE_FINDING_V2(V2, "SH_FINDINGS", EventClass.COMPLIANCE_FINDING, 12),
    DETECTION_FINDING_V2(V2, "SH_FINDINGS", EventClass.DETECTION_FINDING, 7),
    WAF_V2(V2, "WAF", EventClass.HTTP_ACTIVITY, 30);

    private final SourceVersion version;
    private final String source;
    private final EventClass eventClass;
    private final int weight;

    LakeTable(SourceVersion version, String source, EventClass eventClass, int weight) {
        this.version = version;
        this.source = source;
        this.eventClass = eventClass;
        this.weight = weight;
    }

    /** The version of the source. */
    public SourceVersion version() {
        return version;
    }

    /** The source as it stands in object keys, such as {@code VPC_FLOW}. */
    public String source() {
        return source;
    }

    /** The OCSF class uid of every row; meaningful only together with {@link SourceVersion#ocsfVersion()}. */
    public int classUid() {
        return eventClass.uid();
    }

    /** The OCSF class caption of every row. */
    public String className() {
        return eventClass.caption();
    }

    EventClass eventClass() {
        return eventClass;
    }

    boolean isV2() {
        return version == V2;
    }

    /** How exact the source's times are: findings, audit and WAF logs have milliseconds, the others seconds. */
    long timeUnitMillis() {
        return switch (source) {
            case "SH_FINDINGS", "EKS_AUDIT", "WAF" -> 1;
            default -> 1_000;
        };
    }

    /** How many of a thousand rows of a lake are of this table, before minima. */
    int weight() {
        return weight;
    }

    /** Object-level events of CloudTrail have the columns of its management events. */
    private String columnSource() {
        return source.equals("S3_DATA") || source.equals("LAMBDA_EXECUTION") ? "CLOUD_TRAIL_MGMT" : source;
    }

    /** Name of the resource that holds the columns, without its suffix: {@code v2/VPC_FLOW-network_activity-4001}. */
    String columnsName() {
        String folder = isV2() ? "v2" : "v1";
        return folder + "/" + columnSource() + "-" + eventClass.schemaName() + "-" + eventClass.uid();
    }
}
