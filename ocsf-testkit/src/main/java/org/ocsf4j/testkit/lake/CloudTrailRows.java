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
    private final CallDetails details;
    private final String feature;
    private final boolean management;
    private final CloudTrailColumns columns;

    CloudTrailRows(Partition partition) {
        this.estate = partition.estate();
        this.columns = new CloudTrailColumns(partition);
        this.details = new CallDetails(estate);
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
        Principal caller = dice.chance(CROSS_ACCOUNT) ? visitor(dice) : dice.pickSkewed(estate.principals());
        Principal who = caller.at(time);
        String ip = dice.chance(0.6) ? dice.pickSkewed(estate.hosts()).ip() : Addresses.remote(dice);
        String agent = who.invokedBy() == null ? dice.pickSkewed(estate.userAgents()) : who.invokedBy();
        write(row, time, new Event(who, dice.pickSkewed(calls), ApiError.sometimes(dice), ip, agent), dice);
    }

    /** Someone from another account of the organization. */
    private Principal visitor(Dice dice) {
        String home = dice.pick(Accounts.IDS);
        return Principal.session("security-audit", dice.pick(Vocabulary.PEOPLE), home, null);
    }

    /** Fills a cleared row with a call. */
    void write(Row row, long time, Event event, Dice dice) {
        ApiCall call = event.call();
        columns.event(row, time, call.activity(), CloudTrailColumns.API_CALL, feature, dice);
        columns.call(row, call, event.error(), dice);
        columns.actor(row, time, event.who());
        columns.source(row, event.who(), event.sourceIp(), event.userAgent());
        columns.connection(row, call, event.who());
        row.put("unmapped", "managementEvent", management ? "true" : "false");
        if (call.resourceType() == null) {
            details.put(row, call, event.error() != null, dice);
        } else {
            resource(row, call.resourceType(), dice);
        }
    }

    private void resource(Row row, String type, Dice dice) {
        String bucket = dice.pickSkewed(estate.buckets());
        switch (type) {
            case "AWS::S3::Object" -> {
                String key = "orders/" + dice.between(2020, 2026) + "/" + dice.uuid() + ".json";
                columns.resource(row, "arn:aws:s3:::" + bucket + "/" + key, type);
                columns.resource(row, "arn:aws:s3:::" + bucket, "AWS::S3::Bucket");
                row.put("unmapped", "requestParameters.bucketName", bucket);
                row.put("unmapped", "requestParameters.key", key);
                row.put(
                        "unmapped",
                        "additionalEventData.bytesTransferredOut",
                        Long.toString(dice.heavyTailed(200, 14)));
                row.put("unmapped", "additionalEventData.CipherSuite", "TLS_AES_128_GCM_SHA256");
                row.put("unmapped", "additionalEventData.x-amz-id-2", dice.id(76));
                row.put("unmapped", "additionalEventData.SignatureVersion", "SigV4");
                row.put("unmapped", "requestParameters.Host", bucket + ".s3." + estate.region() + ".amazonaws.com");
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
                row.put(
                        "unmapped",
                        "requestParameters.encryptionContext.aws:s3:arn",
                        "arn:aws:s3:::" + bucket + "/orders/" + dice.hex(32));
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
}
