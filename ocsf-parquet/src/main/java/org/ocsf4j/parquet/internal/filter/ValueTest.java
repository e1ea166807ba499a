package org.ocsf4j.parquet.internal.filter;

import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.shape.LeafKind;

/** What a filter asks of one value. */
interface ValueTest {

    /** Whether the value matches whose JSON text is {@code json[from..to)}, at least one byte. */
    boolean matches(byte[] json, int from, int to);

    /** Whether a column of the kind may have a matching value, by the least and the greatest that it has. */
    boolean mayMatch(LeafKind kind, ChunkStatistics statistics);
}
