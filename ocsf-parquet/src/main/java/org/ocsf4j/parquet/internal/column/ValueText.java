package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int16;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int32;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.json.EmbeddedJson;
import org.ocsf4j.parquet.internal.json.Float16;
import org.ocsf4j.parquet.internal.json.JsonText;
import org.ocsf4j.parquet.internal.json.Times;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.LeafKind;
import org.ocsf4j.parquet.internal.text.JsonNumbers;
import org.ocsf4j.parquet.internal.text.JsonStrings;
import org.ocsf4j.parquet.internal.text.JsonTimes;
import org.ocsf4j.parquet.internal.text.MinuteMemo;
import org.ocsf4j.parquet.internal.text.Utf8;

/**
 * Spells the values of one column as they stand in a document: {@code ,"name":value} for a member, {@code ,value} for an
 * element, {@code ,"value":} for a key, {@code value} behind a key.
 */
public final class ValueText {

    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final int MAX_NUMBER_BYTES = JsonTimes.MAX_BYTES;
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int BILLION = 1_000_000_000;
    private static final int INT96_BYTES = 12;

    /** Instead of an end. */
    private static final int LEFT_OUT = -1;

    /** A decimal of a thousand digits has 416 bytes. */
    private static final int MAX_DECIMAL_BYTES = 512;

    private final LeafKind kind;
    private final int scale;
    private final boolean utc;
    private final boolean key;
    private final boolean writesNull;
    private final boolean quoted;
    private final int expansion;
    private @Nullable JsonText embedded;

    /** Padded with zeros so that it can be copied in words. */
    private final byte[] prefix;

    private final int prefixLength;
    private final @Nullable Replacement replacement;
    private final MinuteMemo minutes = new MinuteMemo();

    /** Values mended so far; see {@link org.ocsf4j.event.ConversionCounts}. */
    long invalidUtf8;

    long nonFiniteNumbers;

    /**
     * @param prefix what stands in front of each value
     * @param key whether values are names of members, so that they are quoted and a colon follows
     * @param writesNull whether a number that JSON does not know is written as null; else it is left out, name and all
     */
    public ValueText(Leaf leaf, byte[] prefix, boolean key, boolean writesNull) {
        this.writesNull = writesNull;
        this.kind = leaf.kind();
        this.scale = leaf.scale();
        this.utc = leaf.utc();
        this.key = key;
        this.replacement = leaf.rule() == null ? null : Replacement.of(leaf.rule());
        this.expansion = leaf.kind() == LeafKind.VARIANT_PART ? 1 : JsonStrings.MAX_EXPANSION;
        this.quoted = key && !isQuoted(leaf.kind());
        this.prefixLength = prefix.length;
        this.prefix = Arrays.copyOf(prefix, (prefix.length + 7) / 8 * 8);
    }

    private static boolean isQuoted(LeafKind kind) {
        return switch (kind) {
            case STRING, UUID, TEXT_OR_BASE64, BASE64 -> true;
            case MILLIS_AS_TEXT, MICROS_AS_TEXT, NANOS_AS_TEXT, INT96_AS_TEXT -> true;
            case DATE, TIME_MILLIS, TIME_MICROS, TIME_NANOS -> true;
            default -> false;
        };
    }

    /** What stands for null where null is written. */
    byte[] nullText() {
        byte[] text = new byte[prefixLength + 8 + NULL.length];
        int at = begin(text, 0);
        System.arraycopy(NULL, 0, text, at, NULL.length);
        return Arrays.copyOf(text, key ? close(text, at + NULL.length) : at + NULL.length);
    }

    /** Bytes that a number's spelling may take. */
    int roomForNumber() {
        return prefixLength + MAX_NUMBER_BYTES + scale + 16 + replacementRoom();
    }

    /** Bytes that the spelling of {@code length} bytes may take. */
    int roomForBytes(int length) {
        long room = prefixLength + 64L + replacementRoom() + scale + (long) length * expansion;
        if (room > Integer.MAX_VALUE - 64) {
            throw new MalformedException("a value is too long to be written; " + length + " bytes");
        }
        return (int) room;
    }

    private int replacementRoom() {
        return replacement == null ? 0 : replacement.length();
    }

    private int begin(byte[] to, int at) {
        for (int i = 0; i < prefixLength; i += 8) {
            putInt64(to, at + i, int64(prefix, i));
        }
        int end = at + prefixLength;
        if (quoted) {
            to[end++] = '"';
        }
        return end;
    }

    /** Ends a key. */
    private int close(byte[] to, int at) {
        int end = at;
        if (quoted) {
            to[end++] = '"';
        }
        to[end] = ':';
        return end + 1;
    }

    /** Spells a number given as the bits of a long, and returns the position behind it. */
    int number(long value, byte[] to, int at) {
        int start = begin(to, at);
        int end = bareNumber(value, to, start);
        if (end == LEFT_OUT) {
            return at;
        }
        if (replacement != null) {
            return replacement.replace(to, start, end);
        }
        return key ? close(to, end) : end;
    }

    private int bareNumber(long value, byte[] to, int at) {
        return switch (kind) {
            case INT32, INT64, MILLIS_AS_NUMBER -> JsonNumbers.integer(value, to, at);
            case UINT32 -> JsonNumbers.integer(value & 0xFFFFFFFFL, to, at);
            case UINT64 -> JsonNumbers.unsigned(value, to, at);
            case BOOLEAN -> copy(value == 0 ? FALSE : TRUE, to, at);
            case FLOAT -> floating(Float.intBitsToFloat((int) value), to, at);
            case DOUBLE -> floating(Double.longBitsToDouble(value), to, at);
            case DECIMAL_INT32, DECIMAL_INT64 -> JsonNumbers.decimal(value, scale, to, at);
            case MICROS_AS_NUMBER -> JsonNumbers.integer(Math.floorDiv(value, (long) THOUSAND), to, at);
            case NANOS_AS_NUMBER -> JsonNumbers.integer(Math.floorDiv(value, (long) MILLION), to, at);
            case MILLIS_AS_TEXT -> minutes.timestamp(value, utc, to, at);
            case MICROS_AS_TEXT -> JsonTimes.timestamp(value, MILLION, utc, to, at);
            case NANOS_AS_TEXT -> JsonTimes.timestamp(value, BILLION, utc, to, at);
            case DATE -> JsonTimes.date(value, to, at);
            case TIME_MILLIS -> JsonTimes.timeOfDay(value, THOUSAND, to, at);
            case TIME_MICROS -> JsonTimes.timeOfDay(value, MILLION, to, at);
            case TIME_NANOS -> JsonTimes.timeOfDay(value, BILLION, to, at);
            default -> throw new IllegalStateException("not a number; " + kind);
        };
    }

    private int floating(double value, byte[] to, int at) {
        return Double.isFinite(value) ? JsonNumbers.finite(value, to, at) : nonFinite(to, at);
    }

    private int floating(float value, byte[] to, int at) {
        return Float.isFinite(value) ? JsonNumbers.finite(value, to, at) : nonFinite(to, at);
    }

    private int nonFinite(byte[] to, int at) {
        nonFiniteNumbers++;
        return writesNull ? copy(NULL, to, at) : LEFT_OUT;
    }

    /** How many bytes stand in front of each value. */
    public int prefixLength() {
        return prefixLength;
    }

    /** Whether a value may turn out to be left out. */
    public boolean mayLeaveOut() {
        return !writesNull && kind.mayBeNonFinite();
    }

    /** Spells bytes, and returns the position behind. Eight bytes may be loaded from wherever one may. */
    int bytes(byte[] from, int start, int length, byte[] to, int at) {
        int value = begin(to, at);
        int end = kind == LeafKind.STRING
                ? string(from, start, length, to, value)
                : other(from, start, length, to, value);
        if (end == LEFT_OUT) {
            return at;
        }
        if (replacement != null) {
            return replacement.replace(to, value, end);
        }
        return key ? close(to, end) : end;
    }

    private int other(byte[] from, int start, int length, byte[] to, int at) {
        return switch (kind) {
            case TEXT_OR_BASE64 ->
                Utf8.isPrintable(from, start, length)
                        ? string(from, start, length, to, at)
                        : base64(from, start, length, to, at);
            case BASE64 -> base64(from, start, length, to, at);
            case EMBEDDED_JSON -> embedded(from, start, length, to, at);
            case VARIANT_PART -> {
                System.arraycopy(from, start, to, at, length);
                yield at + length;
            }
            case UUID -> uuid(from, start, to, at);
            case FLOAT16 -> half((short) int16(from, start), to, at);
            case DECIMAL_BYTES -> decimal(from, start, length, to, at);
            case INT96_AS_TEXT -> JsonTimes.timestamp(int96(from, start, length), BILLION, true, to, at);
            case INT96_AS_NUMBER ->
                JsonNumbers.integer(Math.floorDiv(int96(from, start, length), (long) MILLION), to, at);
            default -> throw new IllegalStateException("not bytes; " + kind);
        };
    }

    private int string(byte[] from, int start, int length, byte[] to, int at) {
        to[at] = '"';
        int end = JsonStrings.escape(from, start, length, to, at + 1);
        if (end < 0) {
            invalidUtf8++;
            end = ~end;
        }
        to[end] = '"';
        return end + 1;
    }

    /** Strings of the text become no longer, and all else stays as it is. */
    private int embedded(byte[] from, int start, int length, byte[] to, int at) {
        String json = new String(from, start, length, StandardCharsets.UTF_8);
        int end = string(from, start, length, to, at); // counts what is not UTF-8
        if (!EmbeddedJson.isEmbeddable(json)) {
            return end;
        }
        if (embedded == null) {
            embedded = new JsonText(Integer.MAX_VALUE);
        }
        embedded.begin(0);
        try {
            EmbeddedJson.copy(json, embedded.generator());
            embedded.generator().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON that has just been parsed does not parse", e);
        }
        System.arraycopy(embedded.bytes(), 0, to, at, embedded.size());
        return at + embedded.size();
    }

    private static int base64(byte[] from, int start, int length, byte[] to, int at) {
        byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(from, start, start + length));
        to[at] = '"';
        int end = copy(encoded, to, at + 1);
        to[end] = '"';
        return end + 1;
    }

    private static int uuid(byte[] from, int start, byte[] to, int at) {
        int end = at;
        to[end++] = '"';
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                to[end++] = '-';
            }
            to[end++] = HEX[(from[start + i] >>> 4) & 0x0F];
            to[end++] = HEX[from[start + i] & 0x0F];
        }
        to[end] = '"';
        return end + 1;
    }

    private int decimal(byte[] from, int start, int length, byte[] to, int at) {
        if (length == 0 || length > MAX_DECIMAL_BYTES) {
            throw new MalformedException("a decimal has no bytes or too many; " + length);
        }
        return copy(JsonNumbers.decimal(from, start, length, scale), to, at);
    }

    /** Nanoseconds since the epoch. */
    static long int96(byte[] from, int start, int length) {
        require(length == INT96_BYTES, length);
        return Times.int96Nanos(int64(from, start), int32(from, start + 8));
    }

    private int half(short bits, byte[] to, int at) {
        return Float16.isFinite(bits) ? copy(ascii(Float16.toDecimal(bits)), to, at) : nonFinite(to, at);
    }

    private static void require(boolean valid, int length) {
        if (!valid) {
            throw new MalformedException("a value does not have its type's length; " + length + " bytes");
        }
    }

    private static int copy(byte[] text, byte[] to, int at) {
        System.arraycopy(text, 0, to, at, text.length);
        return at + text.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
