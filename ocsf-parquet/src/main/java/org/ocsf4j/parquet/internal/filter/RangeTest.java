package org.ocsf4j.parquet.internal.filter;

import java.math.BigDecimal;
import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.shape.LeafKind;

/** A number between two, both included. */
record RangeTest(BigDecimal least, BigDecimal most) implements ValueTest {

    @Override
    public boolean matches(byte[] json, int from, int to) {
        BigDecimal number = Numbers.parse(json, from, to);
        return number != null && number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    @Override
    public boolean mayMatch(LeafKind kind, ChunkStatistics statistics) {
        return !Numbers.areBounds(kind, statistics)
                || (Numbers.bound(statistics.greatest()).compareTo(least) >= 0
                        && Numbers.bound(statistics.least()).compareTo(most) <= 0);
    }
}
