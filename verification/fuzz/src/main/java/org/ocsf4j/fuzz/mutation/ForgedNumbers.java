package org.ocsf4j.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Overwrites four or eight bytes with a number at an edge, or a stretch with one byte. */
record ForgedNumbers() implements ByteMutator {

    private static final byte[] FILLINGS = {0, -1, 0x7F, (byte) 0x80, 0x1C, (byte) 0xF8};

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        int at = dice.below(bytes.length);
        ByteBuffer file = ByteBuffer.wrap(bytes)
                .order(dice.coin() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .position(at);
        switch (dice.below(3)) {
            case 0 -> {
                if (file.remaining() >= Integer.BYTES) {
                    file.putInt(dice.forged(file.getInt(at)));
                }
            }
            case 1 -> {
                if (file.remaining() >= Long.BYTES) {
                    file.putLong(dice.forged(file.getLong(at)));
                }
            }
            default -> {
                byte filling = FILLINGS[dice.below(FILLINGS.length)];
                for (int times = dice.between(1, 40); times > 0 && file.hasRemaining(); times--) {
                    file.put(filling);
                }
            }
        }
        return bytes;
    }
}
