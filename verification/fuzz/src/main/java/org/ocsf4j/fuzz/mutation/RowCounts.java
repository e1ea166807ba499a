package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.ocsf4j.fuzz.Dice;

/** Forges how many rows the file and its row groups have, so that the sums agree or not. */
record RowCounts() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        RowGroup group = FooterParts.rowGroup(footer, dice);
        long before = group == null ? 0 : group.getNum_rows();
        long forged = dice.forged(before);
        int choice = dice.below(3);
        if (choice != 0 && group != null) {
            group.setNum_rows(forged);
        }
        if (choice != 1) {
            footer.setNum_rows(footer.getNum_rows() - before + forged);
        }
    }
}
