package org.ocsf4j.parquet.internal.block;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.page.ColumnChunk;
import org.ocsf4j.parquet.internal.page.Decompressor;
import org.ocsf4j.parquet.internal.page.FileMetadata;
import org.ocsf4j.parquet.internal.page.ObjectPageSource;
import org.ocsf4j.parquet.internal.page.PageLimits;
import org.ocsf4j.parquet.internal.page.RowGroup;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.ShapeRules;

/** Opens files for reading in blocks, where they can be read so. */
public final class BlockDecoder {

    private BlockDecoder() {}

    /**
     * Opens a file's rows.
     *
     * @return null where the file has a shape or a codec that is left to the plain decoder
     */
    public static @Nullable EventCursor open(ObjectContent content, long firstRow, ParquetOptions options) {
        if (firstRow < 0) {
            throw new IllegalArgumentException("firstRow is below 0; " + firstRow);
        }
        ParquetPlace place = LocalContent.placeOf(content);
        ObjectPageSource source = ObjectPageSource.open(content, place, limits(options));
        try {
            ShapeRules rules = new ShapeRules(options.timestamps(), options.embedJson(), options.maxNesting());
            RowShape row = RowShape.of(source.metadata().schema(), rules, place);
            if (knowsCodecs(source.metadata()) && BlockCursor.canRead(row)) {
                return new BlockCursor(source, row, place, firstRow, options.writeNulls(), options.maxDocumentBytes());
            }
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        source.close();
        return null;
    }

    private static PageLimits limits(ParquetOptions options) {
        return new PageLimits(
                options.maxFooterBytes(),
                options.maxPageBytes(),
                options.maxRowGroupBytes(),
                options.maxCompressionRatio(),
                options.ratioFloorBytes(),
                2 * options.maxNesting() + 2, // a list is three groups and one array; the shape counts exactly
                PageLimits.DEFAULT.windowBytes());
    }

    private static boolean knowsCodecs(FileMetadata metadata) {
        for (RowGroup group : metadata.rowGroups()) {
            for (ColumnChunk chunk : group.columns()) {
                if (!Decompressor.knows(chunk.codec())) {
                    return false;
                }
            }
        }
        return true;
    }
}
