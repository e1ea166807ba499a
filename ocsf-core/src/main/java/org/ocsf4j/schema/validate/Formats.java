package org.ocsf4j.schema.validate;

/** Formats that are checked on the bytes. */
final class Formats {

    /** 1973-03-03 in milliseconds; the same number of seconds is the year 5138. */
    private static final long FIRST_MILLISECOND = 100_000_000_000L;

    /** A number of seconds below this one is too small to be told from a small number of milliseconds. */
    private static final long FIRST_SECOND = 100_000_000L;

    private static final long LAST_MILLISECOND = 100_000_000_000_000L;

    private Formats() {}

    /**
     * Whether the number can be milliseconds since 1970: not one that as seconds lies between 1973 and 5138, nor one beyond the
     * year 5138, which are micro- or nanoseconds. Numbers next to 0 pass.
     */
    static boolean isMilliseconds(long value) {
        return (value < FIRST_SECOND || value >= FIRST_MILLISECOND) && value < LAST_MILLISECOND;
    }

    /** RFC 3339, the offset optional as the schema has it: {@code 2023-03-17T17:07:59.123Z}. */
    static boolean isDateTime(byte[] b, int from, int to) {
        int length = to - from;
        if (length < 19
                || !digits(b, from, 4)
                || b[from + 4] != '-'
                || !upTo(b, from + 5, 12)
                || b[from + 7] != '-'
                || !upTo(b, from + 8, 31)
                || (b[from + 10] | 0x20) != 't'
                || !upTo(b, from + 11, 23)
                || b[from + 13] != ':'
                || !upTo(b, from + 14, 59)
                || b[from + 16] != ':'
                || !upTo(b, from + 17, 60)) {
            return false;
        }
        int at = from + 19;
        if (at < to && b[at] == '.') {
            int fraction = ++at;
            while (at < to && b[at] >= '0' && b[at] <= '9') {
                at++;
            }
            if (at == fraction) {
                return false;
            }
        }
        if (at == to) {
            return true;
        }
        if ((b[at] | 0x20) == 'z') {
            return at + 1 == to;
        }
        return (b[at] == '+' || b[at] == '-')
                && at + 6 == to
                && upTo(b, at + 1, 23)
                && b[at + 3] == ':'
                && upTo(b, at + 4, 59);
    }

    private static boolean digits(byte[] b, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean upTo(byte[] b, int from, int max) {
        return digits(b, from, 2) && (b[from] - '0') * 10 + (b[from + 1] - '0') <= max;
    }

    /** An IPv4 address, or an IPv6 address with an optional zone. */
    static boolean isIp(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] == ':') {
                return isIpv6(b, from, to);
            }
        }
        return isIpv4(b, from, to);
    }

    private static boolean isIpv4(byte[] b, int from, int to) {
        int at = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (at >= to || b[at++] != '.')) {
                return false;
            }
            int value = 0;
            int start = at;
            while (at < to && at < start + 3 && b[at] >= '0' && b[at] <= '9') {
                value = value * 10 + b[at++] - '0';
            }
            if (at == start || value > 255) {
                return false;
            }
        }
        return at == to;
    }

    private static boolean isIpv6(byte[] b, int from, int to) {
        int end = from;
        while (end < to && b[end] != '%') {
            end++;
        }
        if (end < to && end + 1 == to) {
            return false; // a zone without a name
        }
        int groups = 0;
        boolean gap = false;
        int at = from;
        while (at < end) {
            if (b[at] == ':') {
                boolean twice = at + 1 < end && b[at + 1] == ':';
                if (twice && gap) {
                    return false;
                }
                if (!twice && (at == from || at + 1 == end)) {
                    return false;
                }
                gap |= twice;
                at += twice ? 2 : 1;
                continue;
            }
            int start = at;
            while (at < end && Character.digit(b[at], 16) >= 0) {
                at++;
            }
            if (at < end && b[at] == '.') {
                groups += 2;
                return isIpv4(b, start, end) && (gap ? groups < 8 : groups == 8);
            }
            if (at == start || at - start > 4 || (at < end && b[at] != ':')) {
                return false;
            }
            groups++;
        }
        return gap ? groups < 8 : groups == 8;
    }
}
