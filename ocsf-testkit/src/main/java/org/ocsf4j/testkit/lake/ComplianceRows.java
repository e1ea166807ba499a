package org.ocsf4j.testkit.lake;

/** Security Hub's compliance findings: controls of a standard that passed or failed. */
final class ComplianceRows implements RowSource {

    private static final String STANDARD = "aws-foundational-security-best-practices/v/1.0.0";

    private final Estate estate;
    private final FindingColumns columns;

    ComplianceRows(Partition partition) {
        this.estate = partition.estate();
        this.columns = new FindingColumns(partition);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        Findings.Control control = dice.pickSkewed(Findings.CONTROLS);
        boolean passed = dice.chance(0.35);
        EnumValue severity = passed ? Severity.INFORMATIONAL : control.severity();
        String uid = "arn:aws:securityhub:" + estate.region() + ":" + estate.accountId() + ":subscription/" + STANDARD
                + "/" + control.id() + "/finding/" + dice.uuid();
        columns.finding(row, time, severity, "Security Hub", control.id() + " " + control.title(), uid, dice);
        row.set("metadata.product.feature.uid", STANDARD + "/" + control.id());
        row.append("finding_info.types", "Software and Configuration Checks/Industry and Regulatory Standards");
        row.set("resource.type", control.resourceType());
        row.set("resource.uid", FindingColumns.resourceUid(estate, control.resourceType(), dice));
        row.set("resource.cloud_partition", "aws");
        row.set("resource.region", estate.region());
        row.append("compliance.standards", "standards/" + STANDARD);
        row.append("compliance.requirements", "NIST.800-53.r5 AC-4");
        row.set("compliance.control", control.id());
        row.set("compliance.status", passed ? "PASSED" : "FAILED");
        row.set("remediation.desc", "For directions on how to correct this issue, see the controls documentation.");
        row.append(
                "remediation.references",
                "https://docs.aws.amazon.com/console/securityhub/" + control.id() + "/remediation");
        row.put("unmapped", "ProductFields.ControlId", control.id());
        row.put("unmapped", "ProductFields.RelatedAWSResources:0/type", "AWS::Config::ConfigRule");
    }
}
