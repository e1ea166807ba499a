package org.ocsf4j.schema;

/** Whole numbers of 7 bits a byte, lowest first, over bytes of our own making. */
final class Varints {

    private final byte[] bytes;
    private int position;

    Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    int next() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[position++];
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /** One more than the number, 0 for none. */
    int nextOrMinusOne() {
        return next() - 1;
    }
}
