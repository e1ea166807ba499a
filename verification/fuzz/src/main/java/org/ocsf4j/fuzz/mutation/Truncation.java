package org.ocsf4j.fuzz.mutation;

import java.util.Arrays;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Cuts the file off, or takes its middle or its beginning away. */
record Truncation() implements ByteMutator {

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        int at = dice.below(bytes.length);
        return switch (dice.below(4)) {
            case 0 -> Arrays.copyOfRange(bytes, at, bytes.length);
            case 1 -> SplicedBytes.replace(bytes, at, dice.below(bytes.length - at), new byte[0]);
            case 2 -> Arrays.copyOf(bytes, Math.max(0, bytes.length - dice.below(24)));
            default -> Arrays.copyOf(bytes, at);
        };
    }
}
