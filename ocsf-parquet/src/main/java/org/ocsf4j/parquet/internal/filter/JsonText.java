package org.ocsf4j.parquet.internal.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ocsf4j.parquet.internal.text.JsonStrings;

/** Strings as documents spell them, so that they can be compared without being parsed. */
final class JsonText {

    private JsonText() {}

    /** Whether the string may stand for bytes that were not UTF-8: statistics are of the bytes. */
    static boolean mayBeMended(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    /** The string in quotation marks. */
    static byte[] quoted(String text) {
        byte[] begun = begun(text);
        byte[] quoted = Arrays.copyOf(begun, begun.length + 1);
        quoted[begun.length] = '"';
        return quoted;
    }

    /** The string behind its first quotation mark, without the last. */
    static byte[] begun(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(utf8, utf8.length + JsonStrings.SLACK);
        byte[] escaped = new byte[utf8.length * JsonStrings.MAX_EXPANSION + 1 + JsonStrings.SLACK];
        escaped[0] = '"';
        return Arrays.copyOf(escaped, JsonStrings.escape(padded, 0, utf8.length, escaped, 1));
    }
}
