package org.ocsf4j.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the answer that is by far the most common, without a parser: every item was stored and there is nothing else to say.
 *
 * <pre>
 * {"took":30,"errors":false,"items":[{"create":{"status":201}},{"create":{"status":201}}]}
 * </pre>
 */
final class StoredItems {

    private static final byte[] TOOK = ascii("{\"took\":");
    private static final byte[] ITEMS = ascii(",\"errors\":false,\"items\":[");
    private static final byte[] CREATE = ascii("{\"create\":{\"status\":201}}");
    private static final int CREATED = 201;

    private StoredItems() {}

    /** True where the answer is of this very form and holds as many items as {@code statuses}, which then hold theirs. */
    static boolean read(byte[] body, int[] statuses) {
        int at = afterDigits(body, after(TOOK, body, 0));
        at = after(ITEMS, body, at);
        if (at < 0 || body.length - at != (long) statuses.length * (CREATE.length + 1) + 1) {
            return false;
        }
        for (int item = 0; item < statuses.length; item++) {
            int end = at + CREATE.length;
            boolean last = item == statuses.length - 1;
            if (!Arrays.equals(CREATE, 0, CREATE.length, body, at, end) || body[end] != (last ? ']' : ',')) {
                return false;
            }
            at = end + 1;
        }
        if (body[at] != '}') {
            return false;
        }
        Arrays.fill(statuses, CREATED);
        return true;
    }

    /** The position behind {@code text}; -1 where it does not stand there. */
    private static int after(byte[] text, byte[] body, int at) {
        int end = at + text.length;
        return at >= 0 && end <= body.length && Arrays.equals(text, 0, text.length, body, at, end) ? end : -1;
    }

    private static int afterDigits(byte[] body, int at) {
        int end = at;
        while (end >= 0 && end < body.length && body[end] >= '0' && body[end] <= '9') {
            end++;
        }
        return end > at ? end : -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
