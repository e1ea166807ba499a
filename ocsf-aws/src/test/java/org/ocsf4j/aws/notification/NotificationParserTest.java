package org.ocsf4j.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.aws.notification.Messages.BUCKET;
import static org.ocsf4j.aws.notification.Messages.E_TAG;
import static org.ocsf4j.aws.notification.Messages.KEY;
import static org.ocsf4j.aws.notification.Messages.eventBridge;
import static org.ocsf4j.aws.notification.Messages.record;
import static org.ocsf4j.aws.notification.Messages.records;
import static org.ocsf4j.aws.notification.Messages.securityLake;
import static org.ocsf4j.aws.notification.Messages.sns;
import static org.ocsf4j.aws.notification.Messages.testEvent;
import static org.ocsf4j.aws.notification.Messages.utf8;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.Notification.Ignored;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.Notification.Understood;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;

final class NotificationParserTest {

    private static final NotificationParser PARSER = new NotificationParser();

    @Test
    void readsSecurityLakesOwnNotification() {
        assertThat(objects(securityLake(BUCKET, KEY)))
                .containsExactly(new ObjectNotification(new ObjectLocation(BUCKET, KEY), E_TAG, 5321L, null, 0));
    }

    @Test
    void readsEventBridgeWithItsVersion() {
        assertThat(objects(eventBridge("Object Created", BUCKET, KEY)))
                .containsExactly(new ObjectNotification(
                        new ObjectLocation(BUCKET, KEY), E_TAG, 5321L, "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e", 0));
    }

    @Test
    void readsEveryRecordAndNotTheFirstAlone() {
        assertThat(objects(records(
                        record("ObjectCreated:Put", BUCKET, "a.parquet"),
                        record("s3:ObjectCreated:CompleteMultipartUpload", BUCKET, "b.parquet"),
                        record("ObjectCreated:Copy", BUCKET, "c.parquet"))))
                .extracting(object -> object.location().key())
                .containsExactly("a.parquet", "b.parquet", "c.parquet");
    }

    @Test
    void readsTheContinuationThatItWrites() {
        ObjectNotification rest =
                new ObjectNotification(new ObjectLocation(BUCKET, "aws/a +%2B \u20ac.parquet"), E_TAG, 77L, "v", 4711);
        for (String before : new String[] {
            securityLake(BUCKET, KEY),
            sns(securityLake(BUCKET, KEY)),
            records(record("ObjectCreated:Put", BUCKET, KEY)),
            NotificationParser.continuation(securityLake(BUCKET, KEY), rest, 1)
        }) {
            assertThat(objects(NotificationParser.continuation(before, rest, 2)))
                    .containsExactly(rest);
        }
    }

    @Test
    void holdsAContinuationAgainstTheAllowListOfTheMessageBefore() {
        NotificationParser strict = new NotificationParser(AllowList.builder()
                .account("111122223333")
                .region("eu-central-1")
                .keyPrefix("aws/")
                .build());
        ObjectNotification rest = new ObjectNotification(new ObjectLocation(BUCKET, KEY), E_TAG, null, null, 7);
        String continuation = NotificationParser.continuation(securityLake(BUCKET, KEY), rest, 3);
        assertThat(NotificationParser.attempt(continuation)).isEqualTo(3);
        assertThat(NotificationParser.attempt(sns(continuation))).isEqualTo(3);
        assertThat(NotificationParser.attempt(securityLake(BUCKET, KEY))).isZero();
        assertThat(NotificationParser.attempt("{")).isZero();
        assertThat(new NotificationParser().parse(utf8(continuation.replace("\"attempt\":3", "\"attempt\":-1"))))
                .isInstanceOf(Malformed.class);
        assertThat(strict.parse(utf8(continuation))).isInstanceOf(Understood.class);
        for (String forged : new String[] {
            continuation.replace("111122223333", "444455556666"),
            continuation.replace("eu-central-1\"", "eu-west-1\""),
            continuation.replace("\"aws/", "\"ext/"),
            continuation.replace(BUCKET, "forged-bucket"),
            continuation.replace("\"ocsf4j\"", "\"aws.s3\""),
            continuation.replace("\"next-row\":7", "\"next-row\":-7"),
            continuation.replace("\"next-row\":7", "\"next-row\":\"7\""),
            continuation.replace("\"next-row\":7,", ""),
            continuation.replace("\"etag\"", "\"other\"")
        }) {
            assertThat(strict.parse(utf8(forged))).as(forged).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void unwrapsSnsOnce() {
        assertThat(objects(sns(securityLake(BUCKET, KEY)))).isEqualTo(objects(securityLake(BUCKET, KEY)));
        assertThat(objects(sns(eventBridge("Object Created", BUCKET, KEY)))).hasSize(1);
        assertThat(objects(sns(records(record("ObjectCreated:Put", BUCKET, "a+b")))))
                .hasSize(1);
        assertThat(ignored(sns(testEvent()))).hasSize(1);
        assertMalformed(sns(sns(securityLake(BUCKET, KEY))), "more than once");
    }

    @Test
    void takesMembersInAnyOrder() {
        String reversed =
                """
                {"detail": {"object": {"version-id": null, "etag": "e", "size": 7, "key": "k"}, "bucket": {"x": [{}],
                 "name": "%s"}}, "region": "r", "zzz": {"detail": {"bucket": {"name": "other"}}}, "source": "aws.s3"}"""
                        .formatted(BUCKET);
        assertThat(objects(reversed))
                .containsExactly(new ObjectNotification(new ObjectLocation(BUCKET, "k"), "e", 7L, null, 0));
        String sns = "{\"Message\": \"{\\\"Event\\\": \\\"s3:TestEvent\\\"}\", \"Type\": \"Notification\"}";
        assertThat(ignored(sns)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "region%3Deu/a+b, 'region=eu/a b'",
        "a%2Bb%2bc, a+b+c",
        "a%2520b, a%20b",
        "%C3%A4%E2%82%AC, ä€",
        "plain=key, plain=key",
        "ä+%41, ä A"
    })
    void decodesTheKeysOfRecordsOnce(String encoded, String key) {
        assertThat(objects(records(record("ObjectCreated:Put", BUCKET, encoded))))
                .extracting(object -> object.location().key())
                .containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%", "a%4", "a%zz", "%-1", "%+1", "%FF", "%C3", "a%00b", "%2E%2E/x", "a/%2e/b"})
    void refusesKeysOfRecordsThatDoNotDecode(String encoded) {
        assertMalformed(records(record("ObjectCreated:Put", BUCKET, encoded)), "key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a%2Bb", "100%", "a b", "ä€😀"})
    void takesTheKeysOfEventBridgeAsTheyAre(String key) {
        assertThat(objects(securityLake(BUCKET, key)))
                .extracting(object -> object.location().key())
                .containsExactly(key);
    }

    @Test
    void ignoresDeletionsAndTestEvents() {
        assertThat(ignored(eventBridge("Object Deleted", BUCKET, KEY)))
                .containsExactly(new Ignored("s3://" + BUCKET + "/" + KEY, "the object was deleted"));
        assertThat(ignored(records(
                        record("ObjectRemoved:Delete", BUCKET, "a"),
                        record("ObjectRemoved:DeleteMarkerCreated", BUCKET, "b"))))
                .hasSize(2);
        assertThat(ignored(testEvent())).extracting(Ignored::subject).containsExactly("s3:TestEvent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws/S3_DATA/2.0/metadata/00001-abc.metadata.json",
                "aws/S3_DATA/2.0/metadata/version-hint.text",
                "aws/S3_DATA/2.0/metadata/snap-1.avro",
                "ext/x/region=eu/part-0.JSON",
                "ext/x/.part-0.parquet.crc",
                "ext/x/_SUCCESS",
                "ext/x/"
            })
    void ignoresKeysThatAreNoData(String key) {
        assertThat(ignored(securityLake(BUCKET, key))).hasSize(1);
    }

    @Test
    void ignoresEmptyObjects() {
        assertThat(ignored(securityLake(BUCKET, KEY).replace("5321", "0"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext/metadata/1.0/region=eu/accountId=1/eventDay=20260714/part-0.parquet",
                "ext/x/region=eu/my-metadata/part.parquet",
                "metadata",
                "ext/x/json"
            })
    void readsKeysThatOnlyResembleMetadata(String key) {
        assertThat(objects(securityLake(BUCKET, key))).hasSize(1);
    }

    @Test
    void keepsObjectsBesideWhatItIgnores() {
        Understood understood = understood(records(
                record("ObjectCreated:Put", BUCKET, "a.parquet"),
                record("ObjectRemoved:Delete", BUCKET, "b.parquet"),
                record("ObjectCreated:Put", BUCKET, "metadata/c.avro")));
        assertThat(understood.objects()).hasSize(1);
        assertThat(understood.ignored()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{",
                "{}",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"Records\":[]}",
                "{\"Records\":{}}",
                "{\"Records\":[1]}",
                "{\"Records\":[{}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{}}]}",
                "{\"Records\":[{\"messageId\":\"1\",\"eventSource\":\"aws:sqs\",\"body\":\"{}\"}]}",
                "{\"Records\":null}",
                "{\"source\":\"aws.s3\",\"detail\":{}}",
                "{\"source\":\"aws.s3\",\"detail\":[]}",
                "{\"Event\":\"s3:Other\"}",
                "{\"Message\":\"{}\"}",
                "{\"Type\":\"Notification\",\"Message\":\"hello\"}",
                "{\"Type\":\"Notification\",\"Message\":{}}",
                "{\"Type\":\"Notification\",\"Message\":\"{}\",\"Event\":\"s3:TestEvent\"}",
                "{\"Records\":[],\"Event\":\"s3:TestEvent\"}",
                "PK\u0003\u0004"
            })
    void callsAnythingElseMalformed(String body) {
        assertThat(PARSER.parse(utf8(body))).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesEventsThatAnnounceNoData() {
        assertMalformed(eventBridge("Object Tags Added", BUCKET, KEY), "detail-type");
        assertMalformed(records(record("ObjectTagging:Put", BUCKET, "a")), "eventName");
        assertMalformed(securityLake(BUCKET, KEY).replace("aws.s3", "aws.ec2"), "source");
        assertMalformed("{\"Type\":\"SubscriptionConfirmation\",\"Message\":\"x\"}", "confirm");
    }

    @Test
    void refusesMembersOfTwoShapes() {
        String both = securityLake(BUCKET, KEY).replaceFirst("\\{", "{\"Records\": [], ");
        assertMalformed(both, "more than one shape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "9223372036854775808", "\"5\"", "true", "{}"})
    void refusesSizesThatAreNoCounts(String size) {
        assertMalformed(securityLake(BUCKET, KEY).replace("5321", size), "size");
    }

    @Test
    void refusesTextThatCouldNotStandInAHeader() {
        assertMalformed(securityLake(BUCKET, KEY).replace(E_TAG, "a\\r\\nx: y"), "entity tag");
        assertMalformed(
                eventBridge("Object Created", BUCKET, KEY).replace("IYV3p45BT0ac8hjHg1houSdS1a.Mro8e", "a b"),
                "version id");
    }

    @Test
    void refusesKeysThatS3DoesNotHave() {
        assertThat(objects(securityLake(BUCKET, "k".repeat(1024)))).hasSize(1);
        assertMalformed(securityLake(BUCKET, "k".repeat(1025)), "longer than 1024 bytes; 1025");
        assertMalformed(securityLake(BUCKET, "€".repeat(342)), "longer than 1024 bytes; 1026");
        assertMalformed(securityLake(BUCKET, "a\\u0000b"), "NUL");
        assertMalformed(securityLake(BUCKET, ""), "empty");
        assertMalformed(securityLake(BUCKET, "a/../b"), "relative");
        assertMalformed(securityLake(BUCKET, "a\\ud800b"), "surrogate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:eu-central-1:111122223333:accesspoint/aws-security-data-lake-x",
                "aws-security-data-lake-x-0123456789-s3alias",
                "aws-security-data-lake-x--eu1-az1--x-s3",
                "aws-security-data-lake-x/../other",
                "aws-security-data-lake-x.example.org:80",
                "aws-security-data-lake-",
                "AWS-security-data-lake-x",
                "https://aws-security-data-lake-x",
                "",
                "ab"
            })
    void refusesWhatIsNoBucketsName(String bucket) {
        assertMalformed(securityLake(bucket, KEY), "bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "x-aws-security-data-lake-y", "aws-security-data-lakes", "192.0.2.1"})
    void refusesBucketsThatAreNotAllowed(String bucket) {
        assertMalformed(securityLake(bucket, KEY), "bucket");
        assertMalformed(eventBridge("Object Deleted", bucket, KEY), "bucket");
        assertMalformed(securityLake(bucket, "metadata/x.avro"), "bucket");
    }

    @Test
    void refusesAMessageAsAWholeForOneObject() {
        assertMalformed(
                records(record("ObjectCreated:Put", BUCKET, "a"), record("ObjectCreated:Put", "other", "b")), "bucket");
    }

    @Test
    void holdsAccountRegionAndKeyAgainstTheList() {
        AllowList list = AllowList.builder()
                .bucket("aws-security-data-lake-*")
                .account("111122223333")
                .region("eu-central-1")
                .keyPrefix("aws/")
                .keySuffix(".parquet")
                .build();
        NotificationParser strict = new NotificationParser(list);

        assertThat(strict.parse(utf8(securityLake(BUCKET, KEY)))).isInstanceOf(Understood.class);
        assertThat(strict.parse(utf8(securityLake(BUCKET, "aws/S3_DATA/2.0/metadata/x.avro"))))
                .isInstanceOf(Understood.class);
        for (String refused : List.of(
                securityLake(BUCKET, KEY).replace("\"account\": \"111122223333\"", "\"account\": \"999999999999\""),
                securityLake(BUCKET, KEY).replace("\"region\": \"eu-central-1\"", "\"region\": \"us-east-1\""),
                securityLake(BUCKET, "ext/x.parquet"),
                securityLake(BUCKET, "aws/x.csv"),
                records(record("ObjectCreated:Put", BUCKET, "aws/x.parquet")))) {
            assertThat(strict.parse(utf8(refused))).as(refused).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void looksAtNothingBeyondItsLimits() {
        assertMalformed("[".repeat(100_000), "not a JSON object");
        assertMalformed("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}", "limit");
        assertMalformed("{\"a\":" + "{\"a\":".repeat(40), "limit");
        assertMalformed("{\"" + "n".repeat(100_000) + "\":1}", "limit");
        assertMalformed("{\"a\":" + "9".repeat(100_000) + "}", "limit");
        String padded =
                " ".repeat(NotificationParser.MAX_BODY_BYTES - testEvent().length()) + testEvent();
        assertThat(ignored(padded)).hasSize(1);
        assertMalformed(padded + " ", "longer than 1048576 bytes");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = securityLake(BUCKET, "k\u00fcche").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PARSER.parse(body)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret-text\"",
                "{\"source\": secret-text}",
                "{\"detail\": {\"secret-text\": 1, \"secret-text\": 1}}"
            })
    void quotesNothingOfAMessage(String body) {
        assertThat(PARSER.parse(utf8(body)))
                .asInstanceOf(InstanceOfAssertFactories.type(Malformed.class))
                .satisfies(malformed -> assertThat(malformed.reason()).doesNotContain("secret"));
    }

    private static Understood understood(String body) {
        Notification notification = PARSER.parse(utf8(body));
        assertThat(notification).as(body).isInstanceOf(Understood.class);
        return (Understood) notification;
    }

    private static List<ObjectNotification> objects(String body) {
        Understood understood = understood(body);
        assertThat(understood.ignored()).isEmpty();
        return understood.objects();
    }

    private static List<Ignored> ignored(String body) {
        Understood understood = understood(body);
        assertThat(understood.objects()).isEmpty();
        return understood.ignored();
    }

    private static void assertMalformed(String body, String reason) {
        assertThat(PARSER.parse(utf8(body)))
                .asInstanceOf(InstanceOfAssertFactories.type(Malformed.class))
                .satisfies(malformed -> assertThat(malformed.reason()).contains(reason));
    }
}
