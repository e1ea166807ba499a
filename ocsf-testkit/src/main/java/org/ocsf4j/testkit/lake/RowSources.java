package org.ocsf4j.testkit.lake;

/** Which source fills the rows of a table. */
final class RowSources {

    private RowSources() {}

    static RowSource of(Partition partition, long seed) {
        return switch (partition.table()) {
            case API_ACTIVITY_V1, API_ACTIVITY_V2, S3_DATA_V1, S3_DATA_V2, LAMBDA_EXECUTION_V1, LAMBDA_EXECUTION_V2 ->
                new CloudTrailRows(partition);
            case AUTHENTICATION_V1, AUTHENTICATION_V2 -> new AuthenticationRows(partition);
            case ACCOUNT_CHANGE_V1, ACCOUNT_CHANGE_V2 -> new AccountChangeRows(partition);
            case EKS_AUDIT_V2 -> new EksAuditRows(partition);
            case VPC_FLOW_V1, VPC_FLOW_V2 -> new VpcFlowRows(partition);
            case ROUTE53_V1, ROUTE53_V2 -> new DnsRows(partition, seed);
            case SECURITY_FINDING_V1 -> new SecurityFindingRows(partition);
            case VULNERABILITY_FINDING_V2 -> new VulnerabilityRows(partition);
            case COMPLIANCE_FINDING_V2 -> new ComplianceRows(partition);
            case DETECTION_FINDING_V2 -> new DetectionRows(partition);
            case WAF_V2 -> new WafRows(partition);
        };
    }
}
