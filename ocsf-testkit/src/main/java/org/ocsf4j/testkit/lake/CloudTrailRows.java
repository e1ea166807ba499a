package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** CloudTrail API activity: management events, and the object-level events of S3 and Lambda. */
final class CloudTrailRows implements RowSource {

    /** One call. */
    record Event(Principal who, ApiCall call, @Nullable ApiError error, String sourceIp, String userAgent) {}

    private static final double CROSS_ACCOUNT = 0.03;

    private final Estate estate;
    private final List<ApiCall> calls;
    private final String feature;
    private final boolean management;
    private final CloudTrailColumns columns;

    CloudTrailRows(Partition partition) {
        this.estate = partition.estate();
        this.columns = new CloudTrailColumns(partition);
        this.calls = switch (partition.table().source()) {
            case "S3_DATA" -> ApiCalls.S3_DATA;
            case "LAMBDA_EXECUTION" -> ApiCalls.LAMBDA_EXECUTION;
            default -> ApiCalls.MANAGEMENT;
        };
        this.management = partition.table().source().equals("CLOUD_TRAIL_MGMT");
        this.feature = management ? "Management" : "Data";
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        Principal who = dice.chance(CROSS_ACCOUNT) ? visitor(dice) : dice.pickSkewed(estate.principals());
        String ip = dice.chance(0.6) ? dice.pickSkewed(estate.hosts()).ip() : Addresses.remote(dice);
        String agent = who.invokedBy() == null ? dice.pickSkewed(Vocabulary.API_USER_AGENTS) : who.invokedBy();
        write(row, time, new Event(who, dice.pickSkewed(calls), ApiError.sometimes(dice), ip, agent), dice);
    }

    /** Someone from another account of the organization. */
    private Principal visitor(Dice dice) {
        String home = dice.pick(Accounts.IDS);
        return Principal.session("security-audit", dice.pick(Vocabulary.PEOPLE), home, null, dice);
    }

    /** Fills a cleared row with a call. */
    void write(Row row, long time, Event event, Dice dice) {
        ApiCall call = event.call();
        columns.event(row, time, call.activity(), CloudTrailColumns.API_CALL, feature, dice);
        columns.call(row, call, event.error(), dice);
        columns.actor(row, time, event.who(), dice);
        columns.source(row, event.who(), event.sourceIp(), event.userAgent());
        row.put("unmapped", "managementEvent", management ? "true" : "false");
        if (call.resourceType() == null) {
            parameters(row, call, dice);
        } else {
            resource(row, call.resourceType(), dice);
        }
    }

    private void resource(Row row, String type, Dice dice) {
        String bucket = dice.pickSkewed(estate.buckets());
        switch (type) {
            case "AWS::S3::Object" -> {
                String key = "orders/" + dice.between(2020, 2026) + "/" + dice.hex(8) + ".json";
                columns.resource(row, "arn:aws:s3:::" + bucket + "/" + key, type);
                columns.resource(row, "arn:aws:s3:::" + bucket, "AWS::S3::Bucket");
                row.put("unmapped", "requestParameters.bucketName", bucket);
                row.put("unmapped", "requestParameters.key", key);
                row.put(
                        "unmapped",
                        "additionalEventData.bytesTransferredOut",
                        Long.toString(dice.heavyTailed(200, 14)));
                row.put("unmapped", "additionalEventData.CipherSuite", "TLS_AES_128_GCM_SHA256");
            }
            case "AWS::S3::Bucket" -> {
                columns.resource(row, "arn:aws:s3:::" + bucket, type);
                row.put("unmapped", "requestParameters.bucketName", bucket);
            }
            case "AWS::Lambda::Function" -> {
                String arn = arn("lambda", "function:" + dice.pickSkewed(estate.functions()));
                columns.resource(row, arn, type);
                row.put("unmapped", "requestParameters.functionName", arn);
                row.put("unmapped", "requestParameters.invocationType", dice.chance(0.7) ? "RequestResponse" : "Event");
            }
            case "AWS::KMS::Key" -> {
                String key = arn("kms", "key/" + keyId(dice));
                columns.resource(row, key, type);
                row.put("unmapped", "requestParameters.encryptionAlgorithm", "SYMMETRIC_DEFAULT");
                row.put("unmapped", "requestParameters.encryptionContext.aws:s3:arn", "arn:aws:s3:::" + bucket);
            }
            default -> columns.resource(row, arn(service(type), "main-" + dice.skewed(30)), type);
        }
    }

    /** One of a few keys, the same ones for the whole account. */
    private String keyId(Dice dice) {
        return estate.hosts().get(dice.skewed(12)).instanceId().substring(3) + "-cmk";
    }

    private static String service(String type) {
        return type.equals("AWS::ECR::Repository") ? "ecr" : "dynamodb";
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + estate.region() + ":" + estate.accountId() + ":" + resource;
    }

    /** Request parameters and response elements, named as AWS flattens them. */
    private void parameters(Row row, ApiCall call, Dice dice) {
        switch (call.service()) {
            case "ec2.amazonaws.com" -> {
                Host host = dice.pickSkewed(estate.hosts());
                row.put("unmapped", "requestParameters.instancesSet.items[].instanceId", host.instanceId());
                row.put("unmapped", "requestParameters.filterSet.items[].name", "vpc-id");
                row.put("unmapped", "requestParameters.filterSet.items[].valueSet.items[].value", host.vpcId());
                row.put("unmapped", "sessionCredentialFromConsole", dice.chance(0.1) ? "true" : null);
            }
            case "elasticloadbalancing.amazonaws.com" -> {
                row.put("unmapped", "requestParameters.name", "main-" + dice.skewed(12));
                row.put("unmapped", "requestParameters.scheme", "internet-facing");
                row.put("unmapped", "responseElements.loadBalancers[].state.code", "active");
                row.put("unmapped", "responseElements.loadBalancers[].type", "application");
                row.put(
                        "unmapped",
                        "responseElements.loadBalancers[].availabilityZones[].zoneName",
                        estate.region() + "a");
            }
            case "ssm.amazonaws.com" -> {
                row.put(
                        "unmapped",
                        "requestParameters.instanceId",
                        dice.pickSkewed(estate.hosts()).instanceId());
                row.put("unmapped", "requestParameters.agentVersion", "3.3.484.0");
                row.put("unmapped", "requestParameters.agentStatus", "Active");
                row.put("unmapped", "requestParameters.platformName", "Amazon Linux");
            }
            case "logs.amazonaws.com" -> {
                row.put(
                        "unmapped",
                        "requestParameters.logGroupName",
                        "/aws/lambda/" + dice.pickSkewed(estate.functions()));
                row.put("unmapped", "requestParameters.logStreamName", "[$LATEST]" + dice.hex(32));
            }
            default -> row.put("unmapped", "requestParameters.maxResults", dice.chance(0.5) ? "100" : null);
        }
    }
}
