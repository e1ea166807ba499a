package org.ocsf4j.aws.internal;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQS's {@code SentTimestamp}: when a message was sent, in milliseconds since 1970.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">ReceiveMessage</a>
 */
public final class SentTimestamp {

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    private SentTimestamp() {}

    /** Absent where the attribute is absent, or no number. */
    public static @Nullable Instant of(@Nullable String attribute) {
        return attribute == null || !MILLIS.matcher(attribute).matches()
                ? null
                : Instant.ofEpochMilli(Long.parseLong(attribute));
    }
}
