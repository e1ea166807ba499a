package org.ocsf4j.parquet.internal.filter;

import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.shape.LeafKind;

/** A value that the document has: NaN and the infinities are not in it, and embedded JSON may be null. */
final class NotNullTest implements ValueTest {

    @Override
    public boolean matches(byte[] json, int from, int to) {
        return json[from] != 'n';
    }

    @Override
    public boolean mayMatch(LeafKind kind, ChunkStatistics statistics) {
        return true;
    }
}
