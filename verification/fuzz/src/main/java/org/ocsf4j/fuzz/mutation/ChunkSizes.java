package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.ocsf4j.fuzz.Dice;

/** Forges how many bytes column chunks and row groups have. */
record ChunkSizes() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        ColumnMetaData metadata = FooterParts.metadata(footer, dice);
        RowGroup group = FooterParts.rowGroup(footer, dice);
        if (metadata == null || group == null) {
            return;
        }
        switch (dice.below(4)) {
            case 0 -> metadata.setTotal_uncompressed_size(dice.forged(metadata.getTotal_uncompressed_size()));
            case 1 -> group.setTotal_byte_size(dice.forged(group.getTotal_byte_size()));
            case 2 -> group.setTotal_compressed_size(dice.forged(group.getTotal_compressed_size()));
            default -> metadata.setTotal_compressed_size(dice.forged(metadata.getTotal_compressed_size()));
        }
    }
}
