package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.ocsf4j.fuzz.Dice;

/** Names another codec for a chunk or for a whole column. */
record ChunkCodecs() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        CompressionCodec codec = dice.pick(CompressionCodec.values());
        if (dice.coin()) {
            FooterParts.column(footer, dice).forEach(chunk -> chunk.setCodec(codec));
            return;
        }
        ColumnMetaData chunk = FooterParts.metadata(footer, dice);
        if (chunk != null) {
            chunk.setCodec(codec);
        }
    }
}
