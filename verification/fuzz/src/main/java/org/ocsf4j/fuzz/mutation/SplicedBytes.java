package org.ocsf4j.fuzz.mutation;

import java.util.Arrays;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Removes, repeats, inserts or overwrites a stretch of bytes; what follows moves, what points at it does not. */
record SplicedBytes() implements ByteMutator {

    private static final int LONGEST = 64;

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        int at = dice.below(bytes.length);
        int length = Math.min(dice.between(1, LONGEST), bytes.length - at);
        return switch (dice.below(4)) {
            case 0 -> replace(bytes, at, length, new byte[0]);
            case 1 -> replace(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 2 -> replace(bytes, at, 0, dice.bytes(length));
            default -> {
                int from = dice.below(bytes.length - length + 1);
                System.arraycopy(bytes, from, bytes, at, length);
                yield bytes;
            }
        };
    }

    /** {@code bytes} with {@code length} bytes from {@code at} on replaced. */
    static byte[] replace(byte[] bytes, int at, int length, byte[] by) {
        byte[] spliced = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(by, 0, spliced, at, by.length);
        System.arraycopy(bytes, at + length, spliced, at + by.length, bytes.length - at - length);
        return spliced;
    }
}
