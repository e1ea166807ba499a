package org.ocsf4j.schema.normalize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.json.MalformedJsonException;

/** Takes one value and says of which kind it is. Not thread-safe. */
final class SlotReader {

    private static final long FIRST_MILLIS = 100_000_000_000L;
    private static final long END_OF_MILLIS = 100_000_000_000_000L;

    private final JsonScanner in;
    private byte[][] reserved = {};
    private byte[] json = {};
    private long number;

    SlotReader(JsonScanner in) {
        this.in = in;
    }

    void reset(byte[] bytes, int offset, int length) {
        json = bytes;
        in.reset(bytes, offset, length);
    }

    /** Names that {@code unmapped} must not have, for normalising writes or reads them there. */
    void reserve(byte[][] names) {
        reserved = names;
    }

    /** The number last taken, or the milliseconds of the date and time last taken. */
    long number() {
        return number;
    }

    /** Takes the value whose first byte is next. Null where it is none that a shape can leave open. */
    @Nullable
    SlotKind read(SlotPlace place) throws MalformedJsonException {
        int first = in.peek();
        return switch (first) {
            case '"' -> text(place);
            case '{' -> place == SlotPlace.FREE || place == SlotPlace.UNMAPPED ? object(place) : SlotKind.OPEN;
            case '[' -> SlotKind.OPEN;
            case 't', 'f', 'n' -> {
                char letter = in.literal();
                yield letter == 't' ? SlotKind.TRUE : letter == 'f' ? SlotKind.FALSE : SlotKind.NULL;
            }
            default -> number(place);
        };
    }

    private @Nullable SlotKind text(SlotPlace place) throws MalformedJsonException {
        int escapes = in.unicodeEscapes();
        in.string();
        int start = in.textStart();
        int length = in.textEnd() - start;
        if (in.unicodeEscapes() != escapes && hasSurrogate(start, in.textEnd())) {
            return null;
        }
        if (length == 0) {
            return SlotKind.EMPTY;
        }
        if (length == 1 && json[start] == '-') {
            return SlotKind.DASH;
        }
        if (place != SlotPlace.DATETIME) {
            return SlotKind.TEXT;
        }
        number = DateTimeText.millis(json, start, start + length);
        return number == DateTimeText.NONE ? null : SlotKind.TIME_TEXT;
    }

    /** Whether there may be an escaped surrogate, which has no spelling of its own where it stands alone. */
    private boolean hasSurrogate(int from, int to) {
        for (int i = from; i < to - 2; i++) {
            if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd') {
                return true;
            }
        }
        return false;
    }

    private @Nullable SlotKind number(SlotPlace place) throws MalformedJsonException {
        in.number();
        if (!in.isWhole()) {
            return place == SlotPlace.TIME ? null : SlotKind.DECIMAL;
        }
        number = in.numberValue();
        if (!in.fitsLong() || (number == 0 && in.textEnd() - in.textStart() > 1)) {
            return null;
        }
        if (number >= FIRST_MILLIS && number < END_OF_MILLIS) {
            return SlotKind.MILLIS;
        }
        return place == SlotPlace.TIME ? null : SlotKind.LONG;
    }

    private @Nullable SlotKind object(SlotPlace place) throws MalformedJsonException {
        int start = in.position();
        if (!in.enterObject()) {
            in.position(start);
            return SlotKind.OPEN;
        }
        int escapes = in.unicodeEscapes();
        do {
            in.name();
            if (in.isEscaped() || (place == SlotPlace.UNMAPPED && isReserved(in.textStart(), in.textEnd()))) {
                return null;
            }
            in.skipValue(2);
        } while (in.nextMember());
        return in.unicodeEscapes() != escapes && hasSurrogate(start, in.position()) ? null : SlotKind.OBJECT;
    }

    private boolean isReserved(int from, int to) {
        for (byte[] name : reserved) {
            if (Arrays.equals(json, from, to, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }
}
