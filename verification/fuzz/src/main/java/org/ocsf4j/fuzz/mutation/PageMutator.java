package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;

/** Forges page headers and contents while the file is in parts. */
public non-sealed interface PageMutator extends Mutator {

    void forge(Draft draft, Dice dice) throws IOException;
}
