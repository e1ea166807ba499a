package org.ocsf4j.schema.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks JSON bytes (RFC 8259) without making objects. The caller asks for what it expects; a value is a window on the bytes.
 * Strict: refuses what is no JSON, bad UTF-8, and nesting deeper than {@link #MAX_DEPTH}. Not thread-safe.
 */
public final class JsonScanner {

    /** Values nested deeper are refused. */
    public static final int MAX_DEPTH = 256;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private byte[] bytes = {};
    private int begin;
    private int end;
    private int position;

    private int textStart;
    private int textEnd;
    private boolean escaped;
    private int unicodeEscapes;
    private int hash;

    private boolean whole;
    private boolean fits;
    private long number;

    /** Starts at the first byte of a text. */
    public void reset(byte[] json, int offset, int length) {
        bytes = json;
        begin = offset;
        end = offset + length;
        position = offset;
    }

    public int position() {
        return position;
    }

    /** Goes back, or forth, to a position that this scanner has given. */
    public void position(int newPosition) {
        position = newPosition;
    }

    /** The first byte behind white space, without taking it; 0 at the end. */
    public int peek() {
        while (position < end) {
            byte b = bytes[position];
            if (b > ' ') {
                return b;
            }
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == 0 ? -1 : b;
            }
            position++;
        }
        return 0;
    }

    /** Takes {@code wanted}, which has to be next. */
    public void expect(char wanted) throws MalformedJsonException {
        if (peek() != wanted) {
            throw malformed("there is no " + wanted);
        }
        position++;
    }

    /** Takes the opening of an object; false where it has no members and is closed. */
    public boolean enterObject() throws MalformedJsonException {
        expect('{');
        if (peek() == '}') {
            position++;
            return false;
        }
        return true;
    }

    /** Takes the opening of an array; false where it has no elements and is closed. */
    public boolean enterArray() throws MalformedJsonException {
        expect('[');
        if (peek() == ']') {
            position++;
            return false;
        }
        return true;
    }

    /** Takes the comma before another member; false where the object is closed. */
    public boolean nextMember() throws MalformedJsonException {
        return next('}');
    }

    /** Takes the comma before another element; false where the array is closed. */
    public boolean nextElement() throws MalformedJsonException {
        return next(']');
    }

    private boolean next(char close) throws MalformedJsonException {
        int b = peek();
        if (b == ',') {
            position++;
            return true;
        }
        if (b == close) {
            position++;
            return false;
        }
        throw malformed("there is neither a comma nor " + close);
    }

    /** Takes a member's name and the colon behind it. {@link #hash()} is its hash, {@link #textStart()} where it begins. */
    public void name() throws MalformedJsonException {
        expect('"');
        int from = position;
        int h = 0;
        int at = from;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                textStart = from;
                textEnd = at;
                escaped = false;
                hash = h;
                position = at + 1;
                expect(':');
                return;
            }
            if (b == '\\' || b < ' ') {
                string(from);
                hash = escaped ? 0 : hashOf(bytes, textStart, textEnd);
                expect(':');
                return;
            }
            h = 31 * h + b;
            at++;
        }
        throw malformed("a string does not end");
    }

    /** Takes a member's name and colon where they are next, without white space between; false, taking nothing, otherwise. */
    public boolean takeName(byte[] wanted) {
        int from = position + 1;
        int to = from + wanted.length;
        if (to + 1 >= end
                || bytes[position] != '"'
                || bytes[to] != '"'
                || bytes[to + 1] != ':'
                || !Arrays.equals(bytes, from, to, wanted, 0, wanted.length)) {
            return false;
        }
        position = to + 2;
        return true;
    }

    /** The hash that {@link #name()} gives for these bytes. */
    public static int hashOf(byte[] name, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) {
            h = 31 * h + name[i];
        }
        return h;
    }

    /** Takes a string. {@link #textStart()} and {@link #textEnd()} are its bytes, still escaped. */
    public void string() throws MalformedJsonException {
        expect('"');
        string(position);
    }

    private void string(int from) throws MalformedJsonException {
        boolean anyEscape = false;
        int at = from;
        while (true) {
            while (at + 8 <= end) {
                long eight = (long) LONGS.get(bytes, at);
                long quote = eight ^ (ONES * '"');
                long backslash = eight ^ (ONES * '\\');
                long special = ((quote - ONES) & ~quote)
                        | ((backslash - ONES) & ~backslash)
                        | ((eight - ONES * ' ') & ~eight)
                        | eight;
                special &= HIGHS;
                if (special != 0) {
                    at += Long.numberOfTrailingZeros(special) >>> 3;
                    break;
                }
                at += 8;
            }
            if (at >= end) {
                throw malformed("a string does not end");
            }
            byte b = bytes[at];
            if (b == '"') {
                textStart = from;
                textEnd = at;
                escaped = anyEscape;
                position = at + 1;
                return;
            }
            if (b == '\\') {
                anyEscape = true;
                at = escape(at + 1);
            } else if (b < 0) {
                at = utf8(at);
            } else if (b < ' ') {
                position = at;
                throw malformed("a string holds a control character");
            } else {
                at++;
            }
        }
    }

    private int escape(int at) throws MalformedJsonException {
        int b = at < end ? bytes[at] : 0;
        switch (b) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return at + 1;
            }
            case 'u' -> {
                if (at + 4 < end && isHex(at + 1) && isHex(at + 2) && isHex(at + 3) && isHex(at + 4)) {
                    unicodeEscapes++;
                    return at + 5;
                }
            }
            default -> {}
        }
        position = at;
        throw malformed("a string holds a bad escape");
    }

    private boolean isHex(int at) {
        return Character.digit(bytes[at], 16) >= 0;
    }

    /** The position behind one character of two to four bytes. */
    private int utf8(int at) throws MalformedJsonException {
        int lead = bytes[at] & 0xff;
        int length =
                lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        boolean good = length > 0 && at + length <= end;
        for (int i = 1; good && i < length; i++) {
            good = (bytes[at + i] & 0xc0) == 0x80;
        }
        if (good && length > 2) {
            int second = bytes[at + 1] & 0xff;
            good = !(lead == 0xe0 && second < 0xa0)
                    && !(lead == 0xed && second >= 0xa0)
                    && !(lead == 0xf0 && second < 0x90)
                    && !(lead == 0xf4 && second >= 0x90);
        }
        if (!good) {
            position = at;
            throw malformed("a string is not UTF-8");
        }
        return at + length;
    }

    /** Takes a number; {@link #isWhole()}, {@link #fitsLong()} and {@link #number()} tell what it is. */
    public void number() throws MalformedJsonException {
        peek();
        textStart = position;
        int at = position;
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        int digits = at;
        long value = 0;
        boolean overflow = false;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            int digit = bytes[at++] - '0';
            overflow |= value < (Long.MIN_VALUE + digit) / 10;
            value = value * 10 - digit; // downwards: the negative numbers are one more
        }
        if (at == digits || (bytes[digits] == '0' && at > digits + 1)) {
            throw malformed("there is no value");
        }
        whole = true;
        if (at < end && bytes[at] == '.') {
            whole = false;
            at = digits(at + 1);
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            whole = false;
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            at = digits(at);
        }
        fits = !overflow && (negative || value != Long.MIN_VALUE);
        number = negative ? value : -value;
        textEnd = at;
        escaped = false;
        position = at;
    }

    private int digits(int from) throws MalformedJsonException {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed("a number lacks digits");
        }
        return at;
    }

    /** Takes {@code true}, {@code false} or {@code null}; returns its first letter. */
    public char literal() throws MalformedJsonException {
        int first = peek();
        String word = first == 't' ? "true" : first == 'f' ? "false" : "null";
        for (int i = 0; i < word.length(); i++) {
            if (position + i >= end || bytes[position + i] != word.charAt(i)) {
                throw malformed("there is no value");
            }
        }
        textStart = position;
        position += word.length();
        textEnd = position;
        escaped = false;
        return (char) first;
    }

    /** Takes any value. {@code depth} is how deep it is nested already. */
    public void skipValue(int depth) throws MalformedJsonException {
        int kind = peek();
        int from = position;
        switch (kind) {
            case '"' -> string();
            case '{' -> {
                checkDepth(depth);
                for (boolean more = enterObject(); more; more = nextMember()) {
                    name();
                    skipValue(depth + 1);
                }
                textStart = from;
                textEnd = position;
            }
            case '[' -> {
                checkDepth(depth);
                for (boolean more = enterArray(); more; more = nextElement()) {
                    skipValue(depth + 1);
                }
                textStart = from;
                textEnd = position;
            }
            case 't', 'f', 'n' -> literal();
            default -> number();
        }
    }

    /** Refuses to go deeper than {@link #MAX_DEPTH}. */
    public void checkDepth(int depth) throws MalformedJsonException {
        if (depth >= MAX_DEPTH) {
            throw malformed("it is nested deeper than " + MAX_DEPTH);
        }
    }

    /** Refuses anything but white space to the end. */
    public void expectEnd() throws MalformedJsonException {
        if (peek() != 0 || position < end) {
            throw malformed("there is something behind the value");
        }
    }

    public int textStart() {
        return textStart;
    }

    public int textEnd() {
        return textEnd;
    }

    /** Whether the last string or name has escapes, so that its bytes are not its characters. */
    public boolean isEscaped() {
        return escaped;
    }

    /** How many escapes with four hexadecimal digits this scanner has taken so far; only differences mean something. */
    public int unicodeEscapes() {
        return unicodeEscapes;
    }

    public int hash() {
        return hash;
    }

    /** Whether the last number has neither fraction nor exponent. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether the last number's whole part fits a long. */
    public boolean fitsLong() {
        return fits;
    }

    /** The last number, where it is whole and fits. */
    public long numberValue() {
        return number;
    }

    /** Whether the last string or name has exactly these bytes. An escaped spelling is not the same. */
    public boolean textIs(byte[] wanted) {
        return Arrays.equals(bytes, textStart, textEnd, wanted, 0, wanted.length);
    }

    /** The last string, name, number or literal as text, without escapes. */
    public String text() {
        return textOf(bytes, textStart, textEnd, escaped);
    }

    /** A window's characters, without escapes where it has any. */
    static String textOf(byte[] bytes, int from, int to, boolean escaped) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (!escaped) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char e = raw.charAt(++i);
            switch (e) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(e);
            }
        }
        return text.toString();
    }

    private MalformedJsonException malformed(String problem) {
        return new MalformedJsonException(problem, position - begin);
    }
}
