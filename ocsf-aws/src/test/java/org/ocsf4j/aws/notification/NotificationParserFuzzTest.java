package org.ocsf4j.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.aws.notification.Messages.BUCKET;
import static org.ocsf4j.aws.notification.Messages.KEY;
import static org.ocsf4j.aws.notification.Messages.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.Notification.Ignored;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.Notification.Understood;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;

/** Damaged and forged messages: whatever comes, the parser answers, and never with an object outside the allow-list. */
final class NotificationParserFuzzTest {

    private static final NotificationParser PARSER = new NotificationParser(AllowList.builder()
            .bucket("aws-security-data-lake-*")
            .keyPrefix("aws/")
            .build());

    private static final List<byte[]> SEEDS = List.of(
            utf8(Messages.securityLake(BUCKET, KEY)),
            utf8(Messages.eventBridge("Object Created", BUCKET, KEY)),
            utf8(Messages.eventBridge("Object Deleted", BUCKET, KEY)),
            utf8(Messages.records(
                    Messages.record("ObjectCreated:Put", BUCKET, KEY.replace("=", "%3D")),
                    Messages.record("ObjectCreated:Put", "forged-bucket", "aws/x"),
                    Messages.record("ObjectRemoved:Delete", BUCKET, KEY))),
            utf8(Messages.records(Messages.record("ObjectCreated:Put", BUCKET, KEY))),
            utf8(Messages.sns(Messages.securityLake(BUCKET, KEY))),
            utf8(Messages.sns(Messages.records(Messages.record("ObjectCreated:Put", BUCKET, "aws/%41")))),
            utf8(Messages.testEvent()),
            utf8(NotificationParser.continuation(
                    Messages.securityLake(BUCKET, KEY),
                    new ObjectNotification(new ObjectLocation(BUCKET, KEY), Messages.E_TAG, 5321L, null, 4711),
                    1)));

    /** Why a message that names no object to read is removed from the queue all the same. */
    private static final Pattern IGNORED = Pattern.compile(
            "the object (was deleted|is empty)|the key is (a folder's|a job's success marker|in a table's metadata"
                    + " folder)|keys that end in \\S+ are no data|S3 sends it when .*");

    /** How many messages {@link #answersEveryMutationOfASeed} makes; a million take about a minute. */
    private static final int MESSAGES = Integer.getInteger("ocsf4j.fuzz.messages", 20_000);

    private static final long SEED = Long.getLong("ocsf4j.fuzz.seed", 20_261_124L);

    /** What changes a message's meaning more often than a random byte does. */
    private static final List<byte[]> PIECES = List.of(
            utf8("\""),
            utf8("{"),
            utf8("}"),
            utf8("["),
            utf8("]"),
            utf8(","),
            utf8(":"),
            utf8("\\"),
            utf8("%"),
            utf8("null"),
            utf8("0"),
            utf8("-1"),
            utf8("1e999"),
            utf8("\\u0000"),
            utf8("\\ud800"),
            utf8("../"),
            utf8("forged-bucket"),
            utf8("\"name\":\"forged-bucket\","),
            utf8("\"key\":\"ext/x\","),
            utf8("%2e%2e%2f"),
            utf8("\"Records\":[],"),
            utf8("\"detail\":{},"),
            utf8("\"Message\":\"{}\","),
            new byte[] {(byte) 0xff},
            new byte[] {0},
            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});

    /** {@code -Docsf4j.fuzz.messages=1000000 -Docsf4j.fuzz.seed=1} makes it longer and another. */
    @Test
    void answersEveryMutationOfASeed() {
        Random random = new Random(SEED);
        Map<String, Integer> answers = new TreeMap<>();
        for (int n = 0; n < MESSAGES; n++) {
            byte[] message = SEEDS.get(n % SEEDS.size());
            for (int i = random.nextInt(4); i >= 0; i--) {
                message = mutated(message, random);
            }
            answers.merge(assertOnlyAllowed(message), 1, Integer::sum);
        }
        System.out.println(MESSAGES + " messages of seed " + SEED + ": " + answers);
        assertThat(answers).containsOnlyKeys("malformed", "objects", "nothing to read");
    }

    @Property(tries = 5_000)
    void answersArbitraryBytes(@ForAll byte[] message) {
        assertOnlyAllowed(message);
    }

    @Property(tries = 5_000)
    void answersArbitraryBucketsAndKeys(@ForAll String bucket, @ForAll String key) {
        assertOnlyAllowed(utf8(Messages.securityLake(bucket, key)));
        assertOnlyAllowed(utf8(Messages.records(Messages.record("ObjectCreated:Put", BUCKET, key))));
    }

    /** Returns what became of it. */
    private static String assertOnlyAllowed(byte[] message) {
        Notification notification = PARSER.parse(message);
        if (notification instanceof Understood understood) {
            assertThat(understood.objects().size() + understood.ignored().size())
                    .isPositive();
            for (Ignored ignored : understood.ignored()) {
                assertThat(ignored.reason()).matches(IGNORED);
            }
            for (ObjectNotification object : understood.objects()) {
                assertThat(object.location().bucket()).matches("aws-security-data-lake-[a-z0-9.-]+");
                assertThat(object.location().key()).startsWith("aws/").doesNotContain("\0", "/../");
                assertThat(object.location().key().getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(1024);
            }
            return understood.objects().isEmpty() ? "nothing to read" : "objects";
        } else {
            assertThat(((Malformed) notification).reason()).isNotBlank().doesNotContain("forged");
            return "malformed";
        }
    }

    private static byte[] mutated(byte[] message, Random random) {
        int from = random.nextInt(message.length + 1);
        int to = from + random.nextInt(Math.min(message.length - from, 40) + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 64);
        out.write(message, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> { // a slice is lost
            }
            case 1 -> { // a slice comes twice
                out.write(message, from, to - from);
                out.write(message, from, to - from);
            }
            case 2 -> { // a piece is put in
                out.writeBytes(PIECES.get(random.nextInt(PIECES.size())));
                out.write(message, from, to - from);
            }
            case 3 -> // a piece instead of a slice
                out.writeBytes(PIECES.get(random.nextInt(PIECES.size())));
            default -> { // a byte is another
                if (to > from) {
                    out.write(random.nextInt(256));
                    out.write(message, from + 1, to - from - 1);
                }
            }
        }
        out.write(message, to, message.length - to);
        return out.size() == 0 ? new byte[] {' '} : out.toByteArray();
    }
}
