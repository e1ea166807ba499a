package org.ocsf4j.testkit.lake;

import java.util.Locale;

/** The columns that the findings of version 2 share, and how findings name what they are about. */
final class FindingColumns {

    static final EnumValue UPDATE = new EnumValue(2, "Update");
    private static final EnumValue CREATE = new EnumValue(1, "Create");
    private static final EnumValue CLOSE = new EnumValue(3, "Close");
    private static final long DAY_MILLIS = 86_400_000;

    private final Partition partition;
    private final BaseColumns base;

    FindingColumns(Partition partition) {
        this.partition = partition;
        this.base = new BaseColumns(partition, BaseColumns.CLOUD);
    }

    /** What every finding of version 2 says: its times, identity, title and product. */
    void finding(Row row, long time, EnumValue severity, String product, String title, String uid, Dice dice) {
        String status = status(dice);
        long created = time - (status.equals("New") ? 0 : dice.between(1, 40) * DAY_MILLIS);
        base.event(row, time, activity(status, created == time), severity);
        base.cloud(row);
        base.account(row);
        base.lake(row);
        row.set("metadata.log_version", "2018-10-08");
        row.set("metadata.product.name", product);
        row.set("metadata.product.vendor_name", product.equals("Security Hub") ? "AWS" : "Amazon");
        row.set("metadata.product.uid", productArn(product));
        row.set("metadata.processed_time_dt", time + dice.between(200, 20_000));
        row.set("finding_info.uid", uid);
        row.set("finding_info.title", title);
        row.set("finding_info.desc", title + ".");
        row.set("finding_info.created_time_dt", created);
        row.set("finding_info.modified_time_dt", time);
        row.set("finding_info.first_seen_time_dt", created);
        row.set("finding_info.last_seen_time_dt", time);
        row.set("status", status);
        row.put("unmapped", "RecordState", status.equals("Resolved") ? "ARCHIVED" : "ACTIVE");
        row.put("unmapped", "WorkflowState", "NEW");
        row.put(
                "unmapped",
                "FindingProviderFields.Severity.Label",
                severity.caption().toUpperCase(Locale.ROOT));
        row.put("unmapped", "ProductFields.aws/securityhub/ProductName", product);
        row.put("unmapped", "ProductFields.aws/securityhub/FindingId", productArn(product) + "/" + uid);
    }

    private static String status(Dice dice) {
        double kind = dice.fraction();
        return kind < 0.6 ? "New" : kind < 0.75 ? "In Progress" : kind < 0.8 ? "Suppressed" : "Resolved";
    }

    private static EnumValue activity(String status, boolean fresh) {
        if (status.equals("Resolved")) {
            return CLOSE;
        }
        return fresh ? CREATE : UPDATE;
    }

    String productArn(String product) {
        return "arn:aws:securityhub:" + partition.region() + "::product/aws/"
                + product.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** A resource of a type, named in its ARN as its service names it. */
    static String resourceUid(Estate estate, String type, Dice dice) {
        String middle = ":" + estate.region() + ":" + estate.accountId() + ":";
        return switch (type) {
            case "AwsS3Bucket" -> "arn:aws:s3:::" + dice.pickSkewed(estate.buckets());
            case "AwsAccount" -> "AWS::::Account:" + estate.accountId();
            case "AwsIamUser" -> dice.pick(estate.people()).arn();
            case "AwsLambdaFunction" -> "arn:aws:lambda" + middle + "function:" + dice.pick(estate.functions());
            case "AwsEc2Instance" -> instanceArn(estate, dice.pickSkewed(estate.hosts()));
            case "AwsEc2Vpc" ->
                "arn:aws:ec2" + middle + "vpc/" + estate.hosts().get(0).vpcId();
            case "AwsEc2SecurityGroup" ->
                "arn:aws:ec2" + middle + "security-group/sg-0"
                        + estate.hosts().get(dice.skewed(30)).interfaceId().substring(5);
            case "AwsRdsDbInstance" -> "arn:aws:rds" + middle + "db:main-" + dice.below(6);
            case "AwsKmsKey" ->
                "arn:aws:kms" + middle + "key/"
                        + estate.hosts().get(dice.skewed(12)).instanceId().substring(3) + "-cmk";
            default ->
                "arn:aws:elasticloadbalancing" + middle + "loadbalancer/app/main-" + dice.below(12)
                        + "/50dc6c495c0c9188";
        };
    }

    static String instanceArn(Estate estate, Host host) {
        return "arn:aws:ec2:" + estate.region() + ":" + estate.accountId() + ":instance/" + host.instanceId();
    }

    /** What the instance looks like, as JSON text. */
    static String instanceDetails(Host host) {
        return "{\"AwsEc2Instance\":{\"IpV4Addresses\":[\"" + host.ip() + "\"],\"SubnetId\":\"" + host.subnetId()
                + "\",\"Type\":\"m6i.large\",\"VpcId\":\"" + host.vpcId() + "\"}}";
    }
}
