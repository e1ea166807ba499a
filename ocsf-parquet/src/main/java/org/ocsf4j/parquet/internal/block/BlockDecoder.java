package org.ocsf4j.parquet.internal.block;

import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.page.FileMetadata;
import org.ocsf4j.parquet.internal.page.FooterReader;
import org.ocsf4j.parquet.internal.page.PageLimits;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.ShapeRules;
import org.ocsf4j.parquet.internal.shape.TransformCheck;
import org.ocsf4j.transform.RowFilter;

/** Opens files for reading in blocks. */
public final class BlockDecoder {

    private BlockDecoder() {}

    /** Opens a file's rows. The content stays the caller's to close. */
    public static EventCursor open(ObjectContent content, long firstRow, ParquetOptions options) {
        if (firstRow < 0) {
            throw new IllegalArgumentException("firstRow is below 0; " + firstRow);
        }
        return file(content, options).cursor(firstRow, null);
    }

    /** Reads what is read once of a file, however many cursors there are. */
    public static BlockFile file(ObjectContent content, ParquetOptions options) {
        ParquetPlace place = LocalContent.placeOf(content);
        PageLimits limits = limits(options);
        boolean filtered = !options.transform().filter().equals(RowFilter.EVERY_ROW);
        FileMetadata metadata = FooterReader.read(content, place, limits, filtered);
        ShapeRules rules = new ShapeRules(options.timestamps(), options.embedJson(), options.maxNesting());
        RowShape row = RowShape.of(metadata.schema(), rules, place);
        requireLevels(row, place);
        TransformCheck.require(options.transform(), row.root(), place);
        return new BlockFile(content, place, metadata, row, options, limits);
    }

    /** Reads a file's footer and checks it. */
    public static FileMetadata footer(ObjectContent content, ParquetOptions options) {
        return FooterReader.read(content, LocalContent.placeOf(content), limits(options), false);
    }

    private static void requireLevels(RowShape row, ParquetPlace place) {
        for (Leaf leaf : row.leaves()) {
            if (leaf.definedAt() > ColumnReader.MAX_LEVEL) {
                throw new ParquetUnsupportedException(
                        place.withColumn(leaf.path()),
                        "the column nests too deeply; " + leaf.definedAt() + " definition levels, limit "
                                + ColumnReader.MAX_LEVEL + "; rewrite the file with fewer optional groups");
            }
        }
    }

    private static PageLimits limits(ParquetOptions options) {
        return new PageLimits(
                options.maxFooterBytes(),
                options.maxPageBytes(),
                options.maxRowGroupBytes(),
                options.maxHeldBytes(),
                options.maxCompressionRatio(),
                options.ratioFloorBytes(),
                2 * options.maxNesting() + 2, // a list is three groups and one array; the shape counts exactly
                PageLimits.DEFAULT.windowBytes());
    }
}
