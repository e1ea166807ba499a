package org.ocsf4j.parquet.internal.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads Thrift's compact protocol from an array, allocating nothing but strings.
 *
 * <pre>
 * field   = delta:4 type:4 [zigzag id when delta is 0] value, until a byte 0
 * integer = zigzag varint          binary = varint length, bytes
 * list    = size:4 type:4 [varint size when 15] elements
 * </pre>
 *
 * <p>Thrift's own classes size their containers from the wire; here every length is checked against the bytes that are left.
 */
final class ThriftReader {

    static final int STOP = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int BYTE = 3;
    static final int I32 = 5;
    static final int I64 = 6;
    static final int BINARY = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;

    private static final int DOUBLE = 7;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int UUID = 13;
    private static final int MAX_SKIP_DEPTH = 32;

    private final byte[] bytes;
    private final int end;
    private int position;

    /** The id and type of the field that {@link #nextField} found. */
    int fieldId;

    int fieldType;

    /** The element type of the list that {@link #listSize} opened. */
    int elementType;

    ThriftReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    /** Moves to the next field of a struct whose last field was {@code previousId}; false at its end. */
    boolean nextField(int previousId) {
        int header = unsignedByte();
        fieldType = header & 0x0F;
        if (fieldType == STOP) {
            return false;
        }
        int delta = header >>> 4;
        fieldId = delta == 0 ? (short) zigzag(varint()) : previousId + delta;
        return true;
    }

    boolean bool() {
        if (fieldType == TRUE || fieldType == FALSE) {
            return fieldType == TRUE;
        }
        throw wrongType("a boolean");
    }

    int i8() {
        expect(BYTE, "a byte");
        return (byte) unsignedByte();
    }

    int i32() {
        expect(I32, "an i32");
        long value = zigzag(varint());
        if ((int) value != value) {
            throw new MalformedException("an i32 does not fit 32 bits; " + value);
        }
        return (int) value;
    }

    long i64() {
        expect(I64, "an i64");
        return zigzag(varint());
    }

    String string() {
        expect(BINARY, "a string");
        int length = length();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    byte[] binary() {
        expect(BINARY, "binary");
        int length = length();
        byte[] value = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return value;
    }

    /** Opens a list of structs or of integers and returns its size; each element has at least one byte. */
    int listSize() {
        expect(LIST, "a list");
        return containerSize();
    }

    int listElementI32() {
        fieldType = I32;
        return i32();
    }

    String listElementString() {
        fieldType = BINARY;
        return string();
    }

    void expectElements(int type) {
        if (elementType != type) {
            throw new MalformedException(
                    "list elements have the wrong thrift type; " + elementType + ", expected " + type);
        }
    }

    void expectStruct() {
        expect(STRUCT, "a struct");
    }

    /** Passes over the value of the current field. */
    void skip() {
        skip(fieldType, 0);
    }

    private void skip(int type, int depth) {
        if (depth > MAX_SKIP_DEPTH) {
            throw new MalformedException("thrift values are nested deeper than " + MAX_SKIP_DEPTH);
        }
        switch (type) {
            case TRUE, FALSE -> {}
            case BYTE -> advance(1);
            case 4, I32, I64 -> varint();
            case DOUBLE -> advance(8);
            case UUID -> advance(16);
            case BINARY -> advance(length());
            case LIST, SET -> {
                int size = containerSize();
                int element = elementType;
                for (int i = 0; i < size; i++) {
                    skipElement(element, depth + 1);
                }
            }
            case MAP -> skipMap(depth);
            case STRUCT -> {
                int savedId = fieldId;
                int id = 0;
                while (nextField(id)) {
                    id = fieldId;
                    skip(fieldType, depth + 1);
                }
                fieldId = savedId;
            }
            default -> throw new MalformedException("unknown thrift type; " + type);
        }
    }

    private void skipMap(int depth) {
        long size = varint();
        if (size == 0) {
            return;
        }
        int types = unsignedByte();
        if (size < 0 || size > remaining()) {
            throw new MalformedException("a thrift map is longer than the bytes that are left; " + size);
        }
        for (long i = 0; i < size; i++) {
            skipElement(types >>> 4, depth + 1);
            skipElement(types & 0x0F, depth + 1);
        }
    }

    private void skipElement(int type, int depth) {
        if (type == TRUE || type == FALSE) {
            advance(1); // inside a container a boolean has a byte of its own
        } else {
            skip(type, depth);
        }
    }

    private int containerSize() {
        int header = unsignedByte();
        elementType = header & 0x0F;
        long size = (long) header >>> 4;
        if (size == 15) {
            size = varint();
        }
        if (size < 0 || size > remaining()) {
            throw new MalformedException("a thrift list is longer than the bytes that are left; " + size);
        }
        return (int) size;
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > remaining()) {
            throw truncated(length);
        }
        return (int) length;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = unsignedByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedException("a thrift varint is longer than 10 bytes");
    }

    private static long zigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private int unsignedByte() {
        if (position >= end) {
            throw truncated(1);
        }
        return bytes[position++] & 0xFF;
    }

    private void advance(int count) {
        if (count > remaining()) {
            throw truncated(count);
        }
        position += count;
    }

    private TruncatedException truncated(long wanted) {
        return new TruncatedException(
                "thrift structure ends early; " + wanted + " more bytes wanted, " + remaining() + " left");
    }

    private void expect(int type, String what) {
        if (fieldType != type) {
            throw wrongType(what);
        }
    }

    private MalformedException wrongType(String what) {
        return new MalformedException("thrift field " + fieldId + " is not " + what + "; type " + fieldType);
    }

    /** More bytes might help. */
    static final class TruncatedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TruncatedException(String message) {
            super(message);
        }
    }
}
