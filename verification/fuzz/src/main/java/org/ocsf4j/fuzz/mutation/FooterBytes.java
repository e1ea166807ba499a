package org.ocsf4j.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Forges the footer's Thrift bytes, lengths and nesting among them, and makes the footer's length fit. */
record FooterBytes() implements ByteMutator {

    private static final int DEEPEST = 4_000;

    /** Field headers of the compact protocol: a struct, lists of structs, bytes, maps, and sizes of 2^31 - 1 and 2^32 - 1. */
    private static final byte[][] TOKENS = {
        {0x1C},
        {0x19, (byte) 0xFC, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07},
        {0x19, (byte) 0xF8, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
        {0x18, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07},
        {0x1B, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07, (byte) 0x88},
        {0x19, (byte) 0xF3, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x04},
        {0x16, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x01},
        {0x00}
    };

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        int start = image.footerStart();
        int end = bytes.length - FileImage.TRAILER_BYTES;
        if (start >= end) {
            return bytes;
        }
        int at = start + dice.below(end - start);
        int removed = dice.coin() ? 0 : Math.min(dice.between(1, 16), end - at);
        byte[] forged = SplicedBytes.replace(bytes, at, removed, insertion(dice));
        int trailer = forged.length - FileImage.TRAILER_BYTES;
        ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(trailer, trailer - start);
        return forged;
    }

    private static byte[] insertion(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> new byte[0];
            case 1 -> dice.bytes(dice.between(1, 12));
            case 2 -> {
                byte[] nesting = new byte[dice.between(1, DEEPEST)];
                Arrays.fill(nesting, dice.coin() ? (byte) 0x1C : (byte) 0x19);
                yield nesting;
            }
            default -> dice.pick(TOKENS);
        };
    }
}
