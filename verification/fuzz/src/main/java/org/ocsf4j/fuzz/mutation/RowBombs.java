package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.RowGroup;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.Footers;
import org.ocsf4j.fuzz.file.LeafLevels;
import org.ocsf4j.fuzz.file.PageContent;

/** Makes a sound file of up to 2^31 rows of nulls in a few bytes a column. */
record RowBombs() implements PageMutator {

    private static void nulls(Draft draft, DraftChunk chunk, int rows) throws IOException {
        DraftPage page = chunk.pages().get(chunk.pages().size() - 1);
        LeafLevels leaf = page.leaf();
        page.replaceContent(new PageContent(
                new Hybrid()
                        .run(rows, 0, LeafLevels.bitWidth(leaf.maxRepetition()))
                        .toBytes(),
                new Hybrid()
                        .run(rows, 0, LeafLevels.bitWidth(leaf.maxDefinition()))
                        .toBytes(),
                page.content().values()));
        page.claimValues(rows);
        DataPageHeaderV2 version2 = page.header().getData_page_header_v2();
        if (version2 != null) {
            version2.setNum_rows(rows);
            version2.setNum_nulls(rows);
        }
        chunk.pages().retainAll(List.of(page));
        ColumnMetaData metadata = draft.forgeMetadata(chunk);
        metadata.setNum_values(rows);
    }

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        int rows = dice.onceIn(3) ? Integer.MAX_VALUE : dice.between(1_000, 3_000_000);
        int group = draft.anyChunk(dice).rowGroup();
        for (DraftChunk chunk : draft.chunks()) {
            if (chunk.rowGroup() == group) {
                nulls(draft, chunk, rows);
            }
        }
        RowGroup metadata = Footers.rowGroups(draft.forgeFooter()).get(group);
        draft.forgeFooter().setNum_rows(draft.footer().getNum_rows() - metadata.getNum_rows() + rows);
        metadata.setNum_rows(rows);
    }
}
