package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.ocsf4j.fuzz.Dice;

/** Forges where column chunks, dictionaries and indexes begin; or lets a chunk begin where another does. */
record ChunkOffsets() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        ColumnChunk chunk = FooterParts.chunk(footer, dice);
        ColumnMetaData metadata = FooterParts.metadata(footer, dice);
        if (chunk == null || metadata == null) {
            return;
        }
        switch (dice.below(7)) {
            case 0 -> metadata.setData_page_offset(dice.forged(metadata.getData_page_offset()));
            case 1 -> metadata.setDictionary_page_offset(dice.forged(metadata.getDictionary_page_offset()));
            case 2 -> metadata.unsetDictionary_page_offset();
            case 3 -> metadata.setIndex_page_offset(dice.forged(metadata.getData_page_offset()));
            case 4 -> chunk.setFile_offset(dice.forged(chunk.getFile_offset()));
            case 5 -> {
                chunk.setOffset_index_offset(dice.forged(4L));
                chunk.setOffset_index_length(dice.forged(100));
                chunk.setColumn_index_offset(dice.forged(4L));
                chunk.setColumn_index_length(dice.forged(100));
            }
            default -> {
                ColumnMetaData other = chunk.getMeta_data();
                if (other != null) {
                    metadata.setData_page_offset(other.getData_page_offset());
                    metadata.setTotal_compressed_size(other.getTotal_compressed_size());
                }
            }
        }
    }
}
