package org.ocsf4j.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.aws.notification.Messages.BUCKET;
import static org.ocsf4j.aws.notification.Messages.KEY;
import static org.ocsf4j.aws.notification.Messages.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.Notification.Understood;
import org.ocsf4j.notification.ObjectNotification;

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
            utf8(Messages.testEvent()));

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

    @Property(tries = 20_000)
    void answersEveryMutation(@ForAll int seed, @ForAll long randomness) {
        Random random = new Random(randomness);
        byte[] message = SEEDS.get(Math.floorMod(seed, SEEDS.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            message = mutated(message, random);
        }
        assertOnlyAllowed(message);
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

    private static void assertOnlyAllowed(byte[] message) {
        Notification notification = PARSER.parse(message);
        if (notification instanceof Understood understood) {
            assertThat(understood.objects().size() + understood.ignored().size())
                    .isPositive();
            for (ObjectNotification object : understood.objects()) {
                assertThat(object.location().bucket()).matches("aws-security-data-lake-[a-z0-9.-]+");
                assertThat(object.location().key()).startsWith("aws/").doesNotContain("\0", "/../");
                assertThat(object.location().key().getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(1024);
            }
        } else {
            assertThat(((Malformed) notification).reason()).isNotBlank().doesNotContain("forged");
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
