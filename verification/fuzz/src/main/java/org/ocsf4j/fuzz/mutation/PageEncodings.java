package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;

/** Says that values or levels are in another encoding. */
record PageEncodings() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        PageHeader header = draft.anyPage(dice).header();
        Encoding encoding = dice.pick(Encoding.values());
        DataPageHeader version1 = header.getData_page_header();
        if (version1 != null) {
            switch (dice.below(4)) {
                case 0 -> version1.setDefinition_level_encoding(encoding);
                case 1 -> version1.setRepetition_level_encoding(encoding);
                default -> version1.setEncoding(encoding);
            }
        } else if (header.isSetData_page_header_v2()) {
            header.getData_page_header_v2().setEncoding(encoding);
        } else if (header.isSetDictionary_page_header()) {
            header.getDictionary_page_header().setEncoding(encoding);
        }
    }
}
