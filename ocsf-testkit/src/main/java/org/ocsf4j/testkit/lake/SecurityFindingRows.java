package org.ocsf4j.testkit.lake;

import org.ocsf4j.testkit.lake.Findings.Control;
import org.ocsf4j.testkit.lake.Findings.Threat;
import org.ocsf4j.testkit.lake.Findings.Vulnerability;

/** Security Hub's findings in version 1, where one class holds controls, threats and vulnerabilities. */
final class SecurityFindingRows implements RowSource {

    private static final EnumValue GENERATE = new EnumValue(1, "Generate");
    private static final EnumValue NEW = new EnumValue(1, "New");
    private static final EnumValue SUPPRESSED = new EnumValue(3, "Suppressed");
    private static final EnumValue RESOLVED = new EnumValue(4, "Resolved");
    private static final EnumValue TROJAN = new EnumValue(18, "Trojan");
    private static final int REGULAR_FILE = 1;
    private static final long DAY_MILLIS = 86_400_000;

    private final Estate estate;
    private final BaseColumns base;
    private final FindingColumns columns;

    SecurityFindingRows(Partition partition) {
        this.estate = partition.estate();
        this.base = new BaseColumns(partition, BaseColumns.CLOUD);
        this.columns = new FindingColumns(partition);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        double kind = dice.fraction();
        if (kind < 0.5) {
            control(row, time, dice);
        } else if (kind < 0.75) {
            vulnerability(row, time, dice);
        } else {
            threat(row, time, dice);
        }
    }

    private void control(Row row, long time, Dice dice) {
        Control control = dice.pickSkewed(Findings.CONTROLS);
        boolean passed = dice.chance(0.35);
        common(
                row,
                time,
                passed ? Severity.INFORMATIONAL : control.severity(),
                "Security Hub",
                control.id() + " " + control.title(),
                dice);
        row.set("metadata.product.feature.uid", "aws-foundational-security-best-practices/v/1.0.0/" + control.id());
        row.append("finding.types", "Software and Configuration Checks/Industry and Regulatory Standards");
        row.set(
                "finding.remediation.desc",
                "For directions on how to correct this issue, see the controls documentation.");
        row.append(
                "finding.remediation.kb_articles",
                "https://docs.aws.amazon.com/console/securityhub/" + control.id() + "/remediation");
        row.set("compliance.status", passed ? "PASSED" : "FAILED");
        row.append("compliance.requirements", "PCI DSS 1.2.1");
        resource(row, control.resourceType(), FindingColumns.resourceUid(estate, control.resourceType(), dice));
    }

    private void vulnerability(Row row, long time, Dice dice) {
        Vulnerability found = dice.pickSkewed(Findings.VULNERABILITIES);
        Host host = dice.pickSkewed(estate.hosts());
        common(row, time, found.severity(), "Inspector", found.cve() + " - " + found.packageName(), dice);
        row.append("finding.types", "Software and Configuration Checks/Vulnerabilities/CVE");
        Row vulnerability = row.add("vulnerabilities")
                .set("cve.uid", found.cve())
                .set("cve.cvss.base_score", found.score())
                .set("cve.cvss.vector_string", found.vector())
                .set("cve.cvss.version", "3.1")
                .set("vendor_name", "NVD");
        vulnerability.append("references", "https://nvd.nist.gov/vuln/detail/" + found.cve());
        vulnerability
                .add("packages")
                .set("name", found.packageName())
                .set("version", found.version())
                .set("architecture", "X86_64")
                .set("epoch", 0);
        resource(row, "AwsEc2Instance", FindingColumns.instanceArn(estate, host))
                .set("details", FindingColumns.instanceDetails(host));
    }

    private void threat(Row row, long time, Dice dice) {
        Threat threat = dice.pickSkewed(Findings.THREATS);
        Host host = dice.pickSkewed(estate.hosts());
        common(row, time, threat.severity(), "GuardDuty", threat.title(), dice);
        row.append("finding.types", threat.tactic() + "/" + threat.type());
        row.set("confidence", dice.between(60, 99));
        row.add("finding.related_events")
                .set("product_uid", columns.productArn("GuardDuty"))
                .set("uid", dice.uuid());
        if (!threat.network()) {
            row.add("malware")
                    .set("name", "xmrig")
                    .set("path", "/tmp/xmrig")
                    .append("classification_ids", TROJAN.id())
                    .append("classifications", TROJAN.caption());
            row.set("process.name", "xmrig").set("process.pid", dice.between(300, 32_000));
            row.set("process.file.name", "xmrig").set("process.file.path", "/tmp/xmrig");
            row.set("process.file.type_id", REGULAR_FILE);
            row.set("process.parent_process.pid", 1);
            row.set("process.created_time", time - dice.between(1_000, 90_000));
        }
        resource(row, "AwsEc2Instance", FindingColumns.instanceArn(estate, host))
                .set("details", FindingColumns.instanceDetails(host));
    }

    private void common(Row row, long time, EnumValue severity, String product, String title, Dice dice) {
        double kind = dice.fraction();
        EnumValue state = kind < 0.7 ? NEW : kind < 0.75 ? SUPPRESSED : RESOLVED;
        boolean fresh = state.equals(NEW) && dice.chance(0.7);
        long created = fresh ? time : time - dice.between(1, 40) * DAY_MILLIS;
        base.event(row, time, fresh ? GENERATE : FindingColumns.UPDATE, severity);
        base.product(row, product.equals("Security Hub") ? "AWS" : "Amazon", product, "2018-10-08", "Security Hub");
        base.cloud(row);
        base.account(row);
        row.set("metadata.product.uid", columns.productArn(product));
        row.set("finding.uid", columns.productArn(product) + "/finding/" + dice.uuid());
        row.set("finding.title", title);
        row.set("finding.desc", title + ".");
        row.set("finding.created_time", created);
        row.set("finding.modified_time", time);
        row.set("finding.first_seen_time", created);
        row.set("finding.last_seen_time", time);
        row.set("state_id", state.id());
        row.set("state", state.caption());
        row.put("unmapped", "RecordState", state.equals(RESOLVED) ? "ARCHIVED" : "ACTIVE");
        row.put("unmapped", "WorkflowState", "NEW");
        row.put("unmapped", "ProductFields.aws/securityhub/ProductName", product);
    }

    private Row resource(Row row, String type, String uid) {
        Row resource = row.add("resources")
                .set("type", type)
                .set("uid", uid)
                .set("cloud_partition", "aws")
                .set("region", estate.region());
        return resource.append("labels", "env=prod");
    }
}
