package org.ocsf4j.fuzz.file;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;

/** The parts that every footer has which is not read from strange bytes; all of them may be changed. */
public final class Footers {

    private Footers() {}

    public static List<SchemaElement> schema(FileMetaData footer) {
        return requireNonNull(footer.getSchema(), "schema");
    }

    public static List<RowGroup> rowGroups(FileMetaData footer) {
        return requireNonNull(footer.getRow_groups(), "row_groups");
    }

    public static List<ColumnChunk> columns(RowGroup group) {
        return requireNonNull(group.getColumns(), "columns");
    }

    /** Of a sound chunk; a forged one may have none. */
    public static ColumnMetaData metadata(ColumnChunk chunk) {
        return requireNonNull(chunk.getMeta_data(), "meta_data");
    }

    public static List<String> path(ColumnMetaData chunk) {
        return requireNonNull(chunk.getPath_in_schema(), "path_in_schema");
    }
}
