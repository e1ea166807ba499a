package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Picks parts of a footer that may have been forged already; null where there is none. */
final class FooterParts {

    private FooterParts() {}

    static @Nullable RowGroup rowGroup(FileMetaData footer, Dice dice) {
        return footer.getRow_groupsSize() == 0 ? null : dice.pick(Footers.rowGroups(footer));
    }

    static @Nullable ColumnChunk chunk(FileMetaData footer, Dice dice) {
        RowGroup group = rowGroup(footer, dice);
        return group == null || group.getColumnsSize() == 0 ? null : dice.pick(Footers.columns(group));
    }

    static @Nullable ColumnMetaData metadata(FileMetaData footer, Dice dice) {
        ColumnChunk chunk = chunk(footer, dice);
        return chunk == null ? null : chunk.getMeta_data();
    }

    /** Any element of the schema, now and then its root. */
    static SchemaElement element(FileMetaData footer, Dice dice) {
        return dice.pick(Footers.schema(footer));
    }

    /** The metadata of one column in all row groups. */
    static List<ColumnMetaData> column(FileMetaData footer, Dice dice) {
        List<ColumnMetaData> chunks = new ArrayList<>();
        int column = dice.below(1 << 16);
        for (RowGroup group : Footers.rowGroups(footer)) {
            if (group.getColumnsSize() > 0) {
                ColumnMetaData metadata = Footers.columns(group)
                        .get(column % group.getColumnsSize())
                        .getMeta_data();
                if (metadata != null) {
                    chunks.add(metadata);
                }
            }
        }
        return chunks;
    }
}
