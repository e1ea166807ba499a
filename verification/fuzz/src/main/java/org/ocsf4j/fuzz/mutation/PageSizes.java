package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.PageHeader;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;

/** Forges how many bytes a page has, stored or decompressed. */
record PageSizes() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        PageHeader header = draft.anyPage(dice).header();
        if (dice.coin()) {
            header.setUncompressed_page_size(dice.forged(header.getUncompressed_page_size()));
        } else {
            header.setCompressed_page_size(dice.forged(header.getCompressed_page_size()));
        }
    }
}
