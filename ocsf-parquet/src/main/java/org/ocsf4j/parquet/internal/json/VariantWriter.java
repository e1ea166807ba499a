package org.ocsf4j.parquet.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes a VARIANT as the JSON value that it stands for.
 *
 * <pre>
 * metadata: version 1 (4 bits), sorted (1), unused (1), size of an offset - 1 (2); count, count + 1 offsets, names
 * value:    basic type (2 bits: primitive, short string, object, array), header (6); what the header says
 * </pre>
 *
 * <p>Numbers are little-endian. Variant Binary Encoding of the format, version 1.
 */
public final class VariantWriter {

    private static final int MAX_NESTING = 64;
    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1_000_000_000;

    private final Tally tally;
    private final Text text;
    private ByteBuffer metadata = ByteBuffer.allocate(0);
    private ByteBuffer value = ByteBuffer.allocate(0);

    public VariantWriter(Tally tally) {
        this.tally = tally;
        this.text = new Text(tally);
    }

    /**
     * Whether the whole value is null, which what holds it may leave out.
     *
     * @throws MalformedValueException where the bytes are no variant
     */
    public static boolean isNull(byte[] metadata, byte[] value) {
        if (metadata.length == 0 || value.length == 0) {
            throw outside();
        }
        if ((metadata[0] & 0x0F) != 1) {
            throw new MalformedValueException("the variant's version is unknown; " + (metadata[0] & 0x0F));
        }
        return value[0] == 0;
    }

    /**
     * Writes one value, which is not null.
     *
     * @throws MalformedValueException where the bytes are no variant
     */
    public void write(byte[] metadataBytes, byte[] valueBytes, JsonGenerator to) throws IOException {
        metadata = ByteBuffer.wrap(metadataBytes).order(ByteOrder.LITTLE_ENDIAN);
        value = ByteBuffer.wrap(valueBytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            value(0, 0, to);
        } catch (IndexOutOfBoundsException e) {
            throw outside();
        }
    }

    private static MalformedValueException outside() {
        return new MalformedValueException("the variant's offsets are outside its bytes");
    }

    private void value(int at, int depth, JsonGenerator json) throws IOException {
        if (depth > MAX_NESTING) {
            throw new MalformedValueException("the variant nests too deeply; limit " + MAX_NESTING);
        }
        int header = (value.get(at) & 0xFF) >> 2;
        switch (value.get(at) & 3) {
            case 0 -> primitive(header, at + 1, json);
            case 1 -> json.writeString(string(value, at + 1, header));
            case 2 -> object(header, at + 1, depth, json);
            default -> array(header, at + 1, depth, json);
        }
    }

    private void object(int header, int at, int depth, JsonGenerator json) throws IOException {
        int offsetSize = (header & 3) + 1;
        int idSize = (header >> 2 & 3) + 1;
        int countSize = (header & 16) != 0 ? Integer.BYTES : 1;
        int count = unsigned(value, at, countSize);
        int ids = at + countSize;
        int offsets = checked(ids + (long) count * idSize);
        int values = checked(offsets + (count + 1L) * offsetSize);
        Set<String> names = new HashSet<>();
        json.writeStartObject();
        for (int i = 0; i < count; i++) {
            String name = name(unsigned(value, ids + i * idSize, idSize));
            if (!names.add(name)) {
                throw new MalformedValueException("the variant's object has a member twice");
            }
            json.writeFieldName(name);
            value(checked((long) values + unsigned(value, offsets + i * offsetSize, offsetSize)), depth + 1, json);
        }
        json.writeEndObject();
    }

    private void array(int header, int at, int depth, JsonGenerator json) throws IOException {
        int offsetSize = (header & 3) + 1;
        int countSize = (header & 4) != 0 ? Integer.BYTES : 1;
        int count = unsigned(value, at, countSize);
        int offsets = at + countSize;
        int values = checked(offsets + (count + 1L) * offsetSize);
        json.writeStartArray();
        for (int i = 0; i < count; i++) {
            value(checked((long) values + unsigned(value, offsets + i * offsetSize, offsetSize)), depth + 1, json);
        }
        json.writeEndArray();
    }

    private String name(int id) {
        int offsetSize = (metadata.get(0) >> 6 & 3) + 1;
        int count = unsigned(metadata, 1, offsetSize);
        if (id >= count) {
            throw new MalformedValueException("the variant names a member that its dictionary lacks; " + id);
        }
        int offsets = 1 + offsetSize;
        long names = offsets + (count + 1L) * offsetSize;
        int from = unsigned(metadata, checked(offsets + (long) id * offsetSize), offsetSize);
        int to = unsigned(metadata, checked(offsets + (id + 1L) * offsetSize), offsetSize);
        return string(metadata, checked(names + from), to - from);
    }

    private void primitive(int type, int at, JsonGenerator json) throws IOException {
        switch (type) {
            case 0 -> json.writeNull();
            case 1, 2 -> json.writeBoolean(type == 1);
            case 3 -> json.writeNumber(value.get(at));
            case 4 -> json.writeNumber(value.getShort(at));
            case 5 -> json.writeNumber(value.getInt(at));
            case 6 -> json.writeNumber(value.getLong(at));
            case 7 -> number(json, value.getDouble(at));
            case 8 -> decimal(json, at, Integer.BYTES);
            case 9 -> decimal(json, at, Long.BYTES);
            case 10 -> decimal(json, at, 2 * Long.BYTES);
            case 11 -> json.writeString(Times.date(value.getInt(at)));
            case 12, 13 -> json.writeString(Times.timestamp(value.getLong(at), MICROS, type == 12));
            case 14 -> number(json, value.getFloat(at));
            case 15 ->
                json.writeString(Base64.getEncoder().encodeToString(bytes(value, at + 4, unsigned(value, at, 4))));
            case 16 -> json.writeString(string(value, at + 4, unsigned(value, at, 4)));
            case 17 -> json.writeString(Times.timeOfDay(value.getLong(at), MICROS));
            case 18, 19 -> json.writeString(Times.timestamp(value.getLong(at), NANOS, type == 18));
            case 20 -> {
                ByteBuffer halves = ByteBuffer.wrap(bytes(value, at, 16));
                json.writeString(new java.util.UUID(halves.getLong(), halves.getLong()).toString());
            }
            default -> throw new MalformedValueException("the variant has a type that is unknown; " + type);
        }
    }

    private void number(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            tally.nonFiniteNumber();
            json.writeNull();
        }
    }

    private void number(JsonGenerator json, float number) throws IOException {
        if (Float.isFinite(number)) {
            json.writeNumber(number);
        } else {
            tally.nonFiniteNumber();
            json.writeNull();
        }
    }

    private void decimal(JsonGenerator json, int at, int size) throws IOException {
        int scale = value.get(at) & 0xFF;
        byte[] littleEndian = bytes(value, at + 1, size);
        byte[] unscaled = new byte[size];
        for (int i = 0; i < size; i++) {
            unscaled[i] = littleEndian[size - 1 - i];
        }
        json.writeNumber(new BigDecimal(new BigInteger(unscaled), scale).toPlainString());
    }

    private String string(ByteBuffer from, int at, int length) {
        return text.decode(bytes(from, at, length));
    }

    private static byte[] bytes(ByteBuffer from, int at, int length) {
        if (at < 0 || length < 0 || length > from.limit() - at) {
            throw new IndexOutOfBoundsException();
        }
        byte[] copy = new byte[length];
        from.get(at, copy);
        return copy;
    }

    private static int unsigned(ByteBuffer from, int at, int size) {
        int number = 0;
        for (int i = 0; i < size; i++) {
            number |= (from.get(at + i) & 0xFF) << (8 * i);
        }
        if (number < 0) {
            throw new IndexOutOfBoundsException();
        }
        return number;
    }

    private static int checked(long position) {
        if (position > Integer.MAX_VALUE - 8) {
            throw new IndexOutOfBoundsException();
        }
        return (int) position;
    }
}
