package org.ocsf4j.fuzz.mutation;

import java.nio.charset.StandardCharsets;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Puts another magic number at the beginning or the end. */
record MagicNumber() implements ByteMutator {

    private static final String[] OTHERS = {"PARE", "PAR2", "par1", "ORC1", "\0\0\0\0", "1RAP"};

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        byte[] magic = dice.pick(OTHERS).getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length >= magic.length) {
            System.arraycopy(magic, 0, bytes, dice.coin() ? 0 : bytes.length - magic.length, magic.length);
        }
        return bytes;
    }
}
