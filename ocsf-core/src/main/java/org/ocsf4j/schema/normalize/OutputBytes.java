package org.ocsf4j.schema.normalize;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. A buffer that became too small is left as it was. Not thread-safe. */
final class OutputBytes {

    private byte[] buffer = {};
    private int size;

    /** Begins anew, in a buffer of its own. */
    void reset(int capacity) {
        buffer = new byte[capacity];
        size = 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int size() {
        return size;
    }

    /** Forgets what is behind {@code position}. */
    void cut(int position) {
        size = position;
    }

    void write(byte[] bytes, int offset, int length) {
        room(length);
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    void write(char ascii) {
        room(1);
        buffer[size++] = (byte) ascii;
    }

    void writeDateTime(long millis) {
        room(DateTimeText.MAX_BYTES);
        size = DateTimeText.write(millis, buffer, size);
    }

    void writeNumber(long number) {
        byte[] digits = Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
        write(digits, 0, digits.length);
    }

    private void room(int bytes) {
        if (buffer.length - size < bytes) {
            long wanted = Math.max((long) size + bytes, Math.max(1_024L, buffer.length * 2L));
            buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 64, wanted));
        }
    }
}
