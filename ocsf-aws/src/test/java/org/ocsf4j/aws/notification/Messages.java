package org.ocsf4j.aws.notification;

import java.nio.charset.StandardCharsets;

/** Messages as the services write them, with placeholders for names. */
final class Messages {

    static final String BUCKET = "aws-security-data-lake-eu-central-1-abcdefghij0123456789klmnopq";
    static final String KEY = "aws/ROUTE53/2.0/region=eu-central-1/accountId=111122223333/eventDay=20260714/"
            + "00112233445566778899aabbccddeeff.gz.parquet";
    static final String E_TAG = "b1946ac92492d2347c6235b4d2611184";

    private Messages() {}

    static String securityLake(String bucket, String key) {
        return """
                {"source": "aws.s3", "time": "2026-07-14T12:00:00Z", "account": "111122223333", "region": "eu-central-1",
                 "resources": ["arn:aws:s3:::%1$s"],
                 "detail": {"bucket": {"name": "%1$s"}, "object": {"key": "%2$s", "size": 5321, "etag": "%3$s"},
                  "request-id": "N4N7GDK58NMKJ12R", "requester": "securitylake.amazonaws.com"}}"""
                .formatted(bucket, key, E_TAG);
    }

    static String eventBridge(String detailType, String bucket, String key) {
        return """
                {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "%4$s", "source": "aws.s3",
                 "account": "111122223333", "time": "2026-07-14T12:00:00Z", "region": "eu-central-1",
                 "resources": ["arn:aws:s3:::%1$s"],
                 "detail": {"version": "0", "bucket": {"name": "%1$s"},
                  "object": {"key": "%2$s", "size": 5321, "etag": "%3$s", "version-id": "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e",
                   "sequencer": "617f08299329d189"}, "reason": "PutObject"}}"""
                .formatted(bucket, key, E_TAG, detailType);
    }

    static String records(String... records) {
        return "{\"Records\": [" + String.join(", ", records) + "]}";
    }

    static String record(String eventName, String bucket, String encodedKey) {
        return """
                {"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1",
                 "eventTime": "2026-07-14T12:00:00.000Z", "eventName": "%4$s", "userIdentity": {"principalId": "EXAMPLE"},
                 "s3": {"s3SchemaVersion": "1.0", "configurationId": "c",
                  "bucket": {"name": "%1$s", "ownerIdentity": {"principalId": "EXAMPLE"}, "arn": "arn:aws:s3:::%1$s"},
                  "object": {"key": "%2$s", "size": 5321, "eTag": "%3$s", "sequencer": "0065DEFACB6C5DE3F4"}}}"""
                .formatted(bucket, encodedKey, E_TAG, eventName);
    }

    static String testEvent() {
        return """
                {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-07-14T12:00:00.000Z", "Bucket": "any",
                 "RequestId": "5582815E1AEA5ADF", "HostId": "EXAMPLE"}""";
    }

    static String sns(String message) {
        return """
                {"Type": "Notification", "MessageId": "cb145d6d-93e3-55d0-943a-05f3edaeaa77",
                 "TopicArn": "arn:aws:sns:eu-central-1:111122223333:topic", "Subject": "Amazon S3 Notification",
                 "Message": "%s", "Timestamp": "2026-07-14T12:00:00.000Z", "SignatureVersion": "1", "Signature": "EXAMPLE"}"""
                .formatted(message.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
