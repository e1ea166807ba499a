package org.ocsf4j.fuzz.mutation;

import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;

/** Damages the beginning of the compressed bytes of a page, where codecs keep sizes, under a checksum that fits. */
record CompressedStreams() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        DraftPage page = draft.anyPage(dice);
        byte[] stored = page.stored().clone();
        if (stored.length == 0) {
            return;
        }
        int beginning = Math.min(stored.length, 20);
        int at = dice.below(beginning);
        if (dice.coin()) {
            stored[at] = dice.anyByte();
        } else {
            for (int i = at; i < Math.min(beginning, at + dice.between(1, 5)); i++) {
                stored[i] = (byte) (dice.coin() ? 0xFF : 0x7F);
            }
        }
        page.replaceStored(stored, page.header().getUncompressed_page_size());
    }
}
