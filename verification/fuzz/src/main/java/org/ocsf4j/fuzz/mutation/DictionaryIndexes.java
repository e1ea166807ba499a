package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;

/** Forges the indexes into a dictionary: bit widths up to 255, runs of no or 2^31 values, indexes beyond its end. */
record DictionaryIndexes() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        DraftPage page = draft.anyPage(dice);
        if (page.isDictionary()) {
            page.claimValues(dice.forged(page.valueCount()));
            return;
        }
        DataPageHeader version1 = page.header().getData_page_header();
        if (version1 != null && dice.onceIn(3)) {
            version1.setEncoding(Encoding.RLE_DICTIONARY);
        }
        int width = dice.coin() ? dice.below(12) : dice.below(256);
        Hybrid indexes = new Hybrid().bytes((byte) width);
        for (int runs = dice.between(1, 4); runs > 0; runs--) {
            switch (dice.below(5)) {
                case 0 -> indexes.run(Integer.MAX_VALUE, dice.forged(0), width);
                case 1 -> indexes.run(0, 0, width);
                case 2 -> indexes.packed(dice.forged(4L)).bytes(dice.bytes(dice.below(64)));
                case 3 -> indexes.endlessNumber();
                default -> indexes.run(dice.between(1, 100), dice.below(1 << Math.min(width, 8)), width);
            }
        }
        page.replaceContent(page.content().withValues(indexes.toBytes()));
    }
}
