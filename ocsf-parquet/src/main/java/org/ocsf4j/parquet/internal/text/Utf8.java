package org.ocsf4j.parquet.internal.text;

/** Well-formed UTF-8, table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {

    private Utf8() {}

    /** How many bytes the sequence at {@code at} has, whose first byte is above 0x7F; 0 where it is not well-formed. */
    public static int sequenceLength(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int left = end - at;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        if (first < 0xE0) {
            return left >= 2 && continues(bytes[at + 1]) ? 2 : 0;
        }
        if (left < 2) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        if (first < 0xF0) {
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            return left >= 3 && second >= low && second <= high && continues(bytes[at + 2]) ? 3 : 0;
        }
        int low = first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xF4 ? 0x8F : 0xBF;
        boolean formed =
                left >= 4 && second >= low && second <= high && continues(bytes[at + 2]) && continues(bytes[at + 3]);
        return formed ? 4 : 0;
    }

    /** Whether all of it is well-formed and without control characters but tab, line feed and carriage return. */
    public static boolean isPrintable(byte[] bytes, int start, int length) {
        int at = start;
        int end = start + length;
        while (at < end) {
            int value = bytes[at];
            if ((value >= ' ' && value != 0x7F) || value == '\t' || value == '\n' || value == '\r') {
                at++;
                continue;
            }
            int sequence = value >= 0 ? 0 : sequenceLength(bytes, at, end);
            if (sequence == 0 || (sequence == 2 && (value & 0xFF) == 0xC2 && (bytes[at + 1] & 0xFF) < 0xA0)) {
                return false; // U+0080 to U+009F are control characters too
            }
            at += sequence;
        }
        return true;
    }

    private static boolean continues(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
