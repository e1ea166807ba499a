package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Forges how many values column chunks have, of one or of all, with or without the rows. */
record ValueCounts() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        if (dice.coin()) {
            ColumnMetaData chunk = FooterParts.metadata(footer, dice);
            if (chunk != null) {
                chunk.setNum_values(dice.forged(chunk.getNum_values()));
            }
            return;
        }
        RowGroup group = FooterParts.rowGroup(footer, dice);
        if (group != null && group.getColumnsSize() > 0) {
            long forged = dice.forged(group.getNum_rows());
            footer.setNum_rows(footer.getNum_rows() - group.getNum_rows() + forged);
            group.setNum_rows(forged);
            for (ColumnChunk chunk : Footers.columns(group)) {
                ColumnMetaData metadata = chunk.getMeta_data();
                if (metadata != null) {
                    metadata.setNum_values(forged);
                }
            }
        }
    }
}
