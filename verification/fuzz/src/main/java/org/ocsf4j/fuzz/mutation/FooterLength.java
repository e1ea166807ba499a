package org.ocsf4j.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Forges the four bytes that say how long the footer is. */
record FooterLength() implements ByteMutator {

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        if (bytes.length >= FileImage.TRAILER_BYTES) {
            ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int at = bytes.length - FileImage.TRAILER_BYTES;
            file.putInt(at, dice.onceIn(4) ? bytes.length - dice.below(24) : dice.forged(file.getInt(at)));
        }
        return bytes;
    }
}
