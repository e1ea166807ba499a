package org.ocsf4j.fuzz.mutation;

import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;

/** Removes, adds or forges the checksums of pages. */
record Checksums() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        if (dice.coin()) {
            for (DraftChunk chunk : draft.chunks()) {
                for (DraftPage page : chunk.pages()) {
                    page.header().unsetCrc();
                }
            }
        } else {
            draft.anyPage(dice).header().setCrc(dice.forged(0));
        }
    }
}
