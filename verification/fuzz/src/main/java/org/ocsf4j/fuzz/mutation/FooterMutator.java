package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.FileMetaData;
import org.ocsf4j.fuzz.Dice;

/** Forges the footer once the pages have their places. */
public non-sealed interface FooterMutator extends Mutator {

    void forge(FileMetaData footer, Dice dice);
}
