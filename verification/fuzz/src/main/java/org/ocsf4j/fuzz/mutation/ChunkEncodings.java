package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.ocsf4j.fuzz.Dice;

/** Forges the lists of encodings that a chunk has, and their statistics. */
record ChunkEncodings() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        ColumnMetaData chunk = FooterParts.metadata(footer, dice);
        if (chunk == null) {
            return;
        }
        List<Encoding> encodings = new ArrayList<>();
        for (int times = dice.below(4); times > 0; times--) {
            encodings.add(dice.pick(Encoding.values()));
        }
        chunk.setEncodings(encodings);
        if (dice.coin()) {
            PageEncodingStats stats =
                    new PageEncodingStats(dice.pick(PageType.values()), dice.pick(Encoding.values()), dice.forged(1));
            chunk.setEncoding_stats(new ArrayList<>(List.of(stats)));
        }
    }
}
