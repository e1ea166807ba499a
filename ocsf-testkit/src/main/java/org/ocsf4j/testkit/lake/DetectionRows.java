package org.ocsf4j.testkit.lake;

import org.ocsf4j.testkit.lake.Findings.Threat;

/** GuardDuty's detection findings: a threat, the instance it concerns and the evidence. */
final class DetectionRows implements RowSource {

    private static final EnumValue INBOUND = new EnumValue(1, "Inbound");
    private static final EnumValue OUTBOUND = new EnumValue(2, "Outbound");

    private final Estate estate;
    private final FindingColumns columns;

    DetectionRows(Partition partition) {
        this.estate = partition.estate();
        this.columns = new FindingColumns(partition);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        Threat threat = dice.pickSkewed(Findings.THREATS);
        Host host = dice.pickSkewed(estate.hosts());
        String id = dice.hex(32);
        String uid = "arn:aws:guardduty:" + estate.region() + ":" + estate.accountId() + ":detector/d1/finding/" + id;
        columns.finding(row, time, threat.severity(), "GuardDuty", threat.title(), uid, dice);
        row.set("metadata.product.feature.name", "DETECTOR");
        row.set("confidence_score", dice.between(60, 99));
        row.append("finding_info.types", threat.tactic() + "/" + threat.type());
        row.set(
                "finding_info.src_url",
                "https://" + estate.region() + ".console.aws.amazon.com/guardduty/home?region=" + estate.region()
                        + "#/findings?macros=current&fId=" + id);
        resource(row, host);
        Row evidence = row.add("evidences");
        if (threat.network()) {
            connection(evidence, host, dice);
        } else {
            process(evidence, dice);
        }
        row.put("unmapped", "ProductFields.aws/guardduty/service/serviceName", "guardduty");
        row.put("unmapped", "ProductFields.aws/guardduty/service/count", Integer.toString(dice.between(1, 40)));
    }

    private void resource(Row row, Host host) {
        Row resource = row.add("resources")
                .set("type", "AwsEc2Instance")
                .set("uid", FindingColumns.instanceArn(estate, host))
                .set("cloud_partition", "aws")
                .set("region", estate.region())
                .set("data", FindingColumns.instanceDetails(host))
                .set("owner.account.uid", estate.accountId());
        resource.append("labels", "env=prod").append("labels", "team=orders");
    }

    private static void connection(Row evidence, Host host, Dice dice) {
        evidence.set("src_endpoint.ip", Addresses.remote(dice));
        evidence.set("src_endpoint.port", dice.between(1_024, 65_535));
        evidence.set("src_endpoint.location.city", "Ashburn");
        evidence.set("src_endpoint.location.country", "United States");
        evidence.append("src_endpoint.location.coordinates", -77.4874);
        evidence.append("src_endpoint.location.coordinates", 39.0438);
        evidence.set("dst_endpoint.ip", host.ip());
        evidence.set("dst_endpoint.port", 22);
        direction(evidence, "TCP", INBOUND);
    }

    private static void process(Row evidence, Dice dice) {
        evidence.set("data", "{\"sample\":false,\"threatListName\":\"ProofPoint\"}");
        evidence.set("process.name", "xmrig");
        evidence.set("process.pid", dice.between(300, 32_000));
        evidence.set("process.uid", dice.hex(16));
        evidence.set("process.cmd_line", "/tmp/xmrig --donate-level 1");
        evidence.set("process.file.path", "/tmp/xmrig");
        evidence.set("process.file.name", "xmrig");
        evidence.set("process.user.name", "ec2-user");
        evidence.set("process.user.uid", "1000");
        evidence.set("process.parent_process.uid", dice.hex(16));
        evidence.set("query.hostname", "pool-" + dice.hex(6) + ".coin-pool.example");
        direction(evidence, "UDP", OUTBOUND);
    }

    private static void direction(Row evidence, String protocol, EnumValue direction) {
        evidence.set("connection_info.protocol_name", protocol);
        evidence.set("connection_info.direction_id", direction.id());
        evidence.set("connection_info.direction", direction.caption());
    }
}
