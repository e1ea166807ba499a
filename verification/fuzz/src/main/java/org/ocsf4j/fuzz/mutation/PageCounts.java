package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeaderV2;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;

/** Forges how many values, rows and nulls a page has; the values also where the footer agrees. */
record PageCounts() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        DraftChunk chunk = draft.anyChunk(dice);
        DraftPage page = dice.pick(chunk.pages());
        DataPageHeaderV2 version2 = page.header().getData_page_header_v2();
        if (version2 != null && dice.coin()) {
            if (dice.coin()) {
                version2.setNum_rows(dice.forged(version2.getNum_rows()));
            } else {
                version2.setNum_nulls(dice.forged(version2.getNum_nulls()));
            }
            return;
        }
        int before = page.valueCount();
        int forged = dice.forged(before);
        page.claimValues(forged);
        if (!page.isDictionary() && dice.onceIn(3)) {
            ColumnMetaData metadata = draft.forgeMetadata(chunk);
            metadata.setNum_values(metadata.getNum_values() - before + forged);
        }
    }
}
