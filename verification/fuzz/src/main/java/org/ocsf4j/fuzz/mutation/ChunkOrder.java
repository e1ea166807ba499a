package org.ocsf4j.fuzz.mutation;

import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Swaps, repeats, removes or empties column chunks. */
record ChunkOrder() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        RowGroup group = FooterParts.rowGroup(footer, dice);
        if (group == null || group.getColumnsSize() == 0) {
            return;
        }
        List<ColumnChunk> chunks = Footers.columns(group);
        int at = dice.below(chunks.size());
        switch (dice.below(7)) {
            case 0 -> Collections.swap(chunks, at, dice.below(chunks.size()));
            case 1 -> chunks.add(at, dice.pick(chunks).deepCopy());
            case 2 -> chunks.remove(at);
            case 3 -> chunks.set(at, dice.pick(chunks).deepCopy());
            case 4 -> chunks.get(at).unsetMeta_data();
            case 5 -> chunks.get(at).setFile_path("../../etc/passwd");
            default -> {
                ColumnMetaData one = chunks.get(at).getMeta_data();
                ColumnMetaData other = dice.pick(chunks).getMeta_data();
                if (one != null && other != null) {
                    one.setPath_in_schema(other.getPath_in_schema());
                }
            }
        }
    }
}
