package org.ocsf4j.fuzz.mutation;

import java.io.ByteArrayOutputStream;

/**
 * Writes the RLE and bit-packing hybrid of the Parquet format, sound or not.
 *
 * <pre>
 * run:    ULEB128(count << 1)      value in whole bytes
 * packed: ULEB128(groups << 1 | 1) groups * bit width bytes
 * </pre>
 */
final class Hybrid {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Hybrid run(long count, int value, int bitWidth) {
        number(count << 1);
        for (int bits = 0; bits < bitWidth; bits += Byte.SIZE) {
            out.write(bits < Integer.SIZE ? value >>> bits : 0);
        }
        return this;
    }

    /** The header of packed groups; what follows is up to the caller. */
    Hybrid packed(long groups) {
        return number(groups << 1 | 1);
    }

    Hybrid number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /** A number that takes more bytes than any number may. */
    Hybrid endlessNumber() {
        for (int i = 0; i < 12; i++) {
            out.write(0xFF);
        }
        return this;
    }

    Hybrid bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
