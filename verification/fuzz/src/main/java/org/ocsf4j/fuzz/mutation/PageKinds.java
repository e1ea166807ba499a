package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.IndexPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;

/** Says that a page is of another kind, adds or takes away what goes with it. */
record PageKinds() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) {

        DraftPage page = draft.anyPage(dice);
        PageHeader header = page.header();
        int values = page.valueCount();
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        if (version2 != null && dice.onceIn(3)) {
            version2.setIs_compressed(!version2.isIs_compressed());
            return;
        }
        PageType type = dice.pick(PageType.values());
        header.setType(type);
        if (dice.onceIn(3)) {
            header.unsetData_page_header();
            header.unsetData_page_header_v2();
            header.unsetDictionary_page_header();
        }
        if (dice.onceIn(3)) {
            return;
        }
        switch (type) {
            case DATA_PAGE ->
                header.setData_page_header(new DataPageHeader(values, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
            case DATA_PAGE_V2 ->
                header.setData_page_header_v2(new DataPageHeaderV2(values, 0, values, Encoding.PLAIN, 0, 0));
            case DICTIONARY_PAGE -> header.setDictionary_page_header(new DictionaryPageHeader(values, Encoding.PLAIN));
            case INDEX_PAGE -> header.setIndex_page_header(new IndexPageHeader());
        }
    }
}
