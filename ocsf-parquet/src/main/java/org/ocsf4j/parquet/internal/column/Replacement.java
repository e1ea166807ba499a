package org.ocsf4j.parquet.internal.column;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.transform.FieldRule;

/** What a rule writes instead of a column's values. Not thread-safe. */
final class Replacement {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int HASH_CHARACTERS = 64;

    private final byte[] mask;
    private final @Nullable Mac mac;

    private Replacement(byte[] mask, @Nullable Mac mac) {
        this.mask = mask;
        this.mac = mac;
    }

    static Replacement of(FieldRule rule) {
        if (rule instanceof FieldRule.Mask mask) {
            return new Replacement(quoted(mask.text()), null);
        }
        if (rule instanceof FieldRule.Hash hash) {
            return new Replacement(new byte[0], hash.key().mac());
        }
        throw new IllegalArgumentException("the rule replaces no values; " + rule);
    }

    /** The most bytes that it takes. */
    int length() {
        return mac == null ? mask.length : HASH_CHARACTERS + 2;
    }

    /** Replaces the JSON text {@code text[start..end)}, and returns the position behind what stands there now. */
    int replace(byte[] text, int start, int end) {
        if (text[start] == 'n') {
            return end; // null: a number that JSON does not know, or embedded
        }
        byte[] now = mac == null ? mask : quoted(HexFormat.of().formatHex(mac.doFinal(value(text, start, end))));
        System.arraycopy(now, 0, text, start, now.length);
        return start + now.length;
    }

    /** What a string says; of anything else its text. */
    private static byte[] value(byte[] text, int start, int end) {
        if (text[start] != '"') {
            return Arrays.copyOfRange(text, start, end);
        }
        try (JsonParser parser = JSON.createParser(text, start, end - start)) {
            parser.nextToken();
            return parser.getText().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a value that was just written does not parse", e);
        }
    }

    private static byte[] quoted(String text) {
        return ('"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"')
                .getBytes(StandardCharsets.UTF_8);
    }
}
