package org.ocsf4j.parquet.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.shape.Leaf;

/** Takes the values of one column from {@code parquet-column} and writes them in JSON. */
public final class LeafWriter extends PrimitiveConverter {

    private static final int MILLIS = 1000;
    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1_000_000_000;

    /** A decimal of a thousand digits has 416 bytes. */
    private static final int MAX_DECIMAL_BYTES = 512;

    private final Leaf leaf;
    private final JsonSink sink;
    private final Tally tally;
    private final Text text;

    public LeafWriter(Leaf leaf, JsonSink sink, Tally tally) {
        this.leaf = leaf;
        this.sink = sink;
        this.tally = tally;
        this.text = new Text(tally);
    }

    @Override
    public void addBoolean(boolean value) {
        try {
            sink.value().writeBoolean(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addInt(int value) {
        try {
            JsonGenerator json = sink.value();
            switch (leaf.kind()) {
                case INT32 -> json.writeNumber(value);
                case UINT32 -> json.writeNumber(Integer.toUnsignedLong(value));
                case DECIMAL_INT32 -> decimal(json, BigInteger.valueOf(value));
                case DATE -> json.writeString(Times.date(value));
                case TIME_MILLIS -> json.writeString(Times.timeOfDay(value, MILLIS));
                default -> throw mismatch();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addLong(long value) {
        try {
            JsonGenerator json = sink.value();
            switch (leaf.kind()) {
                case INT64, MILLIS_AS_NUMBER -> json.writeNumber(value);
                case UINT64 -> json.writeNumber(Long.toUnsignedString(value));
                case MICROS_AS_NUMBER -> json.writeNumber(Math.floorDiv(value, MICROS / MILLIS));
                case NANOS_AS_NUMBER -> json.writeNumber(Math.floorDiv(value, NANOS / MILLIS));
                case MILLIS_AS_TEXT -> json.writeString(Times.timestamp(value, MILLIS, leaf.utc()));
                case MICROS_AS_TEXT -> json.writeString(Times.timestamp(value, MICROS, leaf.utc()));
                case NANOS_AS_TEXT -> json.writeString(Times.timestamp(value, NANOS, leaf.utc()));
                case TIME_MICROS -> json.writeString(Times.timeOfDay(value, MICROS));
                case TIME_NANOS -> json.writeString(Times.timeOfDay(value, NANOS));
                case DECIMAL_INT64 -> decimal(json, BigInteger.valueOf(value));
                default -> throw mismatch();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addFloat(float value) {
        try {
            if (Float.isFinite(value)) {
                sink.value().writeNumber(value);
            } else {
                nonFinite();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addDouble(double value) {
        try {
            if (Double.isFinite(value)) {
                sink.value().writeNumber(value);
            } else {
                nonFinite();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addBinary(Binary value) {
        try {
            bytes(value.getBytesUnsafe());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bytes(byte[] value) throws IOException {
        switch (leaf.kind()) {
            case STRING -> sink.value().writeString(text.decode(value));
            case EMBEDDED_JSON -> {
                String json = text.decode(value);
                if (EmbeddedJson.isEmbeddable(json)) {
                    EmbeddedJson.copy(json, sink.value());
                } else {
                    sink.value().writeString(json);
                }
            }
            case TEXT_OR_BASE64 -> {
                @Nullable String printable = text.printable(value);
                sink.value().writeString(printable == null ? base64(value) : printable);
            }
            case BASE64 -> sink.value().writeString(base64(value));
            case UUID -> {
                ByteBuffer halves = sized(value, 2 * Long.BYTES);
                sink.value().writeString(new java.util.UUID(halves.getLong(), halves.getLong()).toString());
            }
            case FLOAT16 -> {
                short bits =
                        sized(value, Short.BYTES).order(ByteOrder.LITTLE_ENDIAN).getShort();
                if (Float16.isFinite(bits)) {
                    sink.value().writeNumber(Float16.toDecimal(bits));
                } else {
                    nonFinite();
                }
            }
            case DECIMAL_BYTES -> {
                if (value.length == 0 || value.length > MAX_DECIMAL_BYTES) {
                    throw new MalformedValueException("a decimal has no bytes or too many; " + value.length);
                }
                decimal(sink.value(), new BigInteger(value));
            }
            case INT96_AS_NUMBER -> {
                ByteBuffer parts = sized(value, Long.BYTES + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                sink.value().writeNumber(Times.int96Millis(parts.getLong(), parts.getInt()));
            }
            case INT96_AS_TEXT -> {
                ByteBuffer parts = sized(value, Long.BYTES + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                sink.value().writeString(Times.int96(parts.getLong(), parts.getInt()));
            }
            default -> throw mismatch();
        }
    }

    private void decimal(JsonGenerator json, BigInteger unscaled) throws IOException {
        json.writeNumber(new BigDecimal(unscaled, leaf.scale()).toPlainString());
    }

    private void nonFinite() throws IOException {
        tally.nonFiniteNumber();
        sink.nullValue();
    }

    private static String base64(byte[] value) {
        return Base64.getEncoder().encodeToString(value);
    }

    private static ByteBuffer sized(byte[] value, int length) {
        if (value.length != length) {
            throw new MalformedValueException(
                    "the value has the wrong length; " + value.length + " bytes, not " + length);
        }
        return ByteBuffer.wrap(value);
    }

    private IllegalStateException mismatch() {
        return new IllegalStateException("the column's kind does not go with its physical type; " + leaf.kind());
    }
}
