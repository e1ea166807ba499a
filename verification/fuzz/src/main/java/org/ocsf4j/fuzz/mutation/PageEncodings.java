package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;

/** Says that values or levels are in another encoding. */
record PageEncodings() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        DraftPage page = draft.anyPage(dice);
        Encoding encoding = dice.pick(Encoding.values());
        DataPageHeader version1 = page.header().getData_page_header();
        if (version1 != null && dice.coin()) {
            if (dice.coin()) {
                version1.setDefinition_level_encoding(encoding);
            } else {
                version1.setRepetition_level_encoding(encoding);
            }
        } else {
            page.claimEncoding(encoding);
        }
    }
}
