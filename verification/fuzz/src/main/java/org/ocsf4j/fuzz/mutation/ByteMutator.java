package org.ocsf4j.fuzz.mutation;

import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;

/** Damages the bytes of the whole file. */
public non-sealed interface ByteMutator extends Mutator {

    /**
     * Damages the bytes.
     *
     * @param bytes the file as it is now; may be written to and returned
     * @param image where its parts were before other damage
     */
    byte[] forge(byte[] bytes, FileImage image, Dice dice);
}
