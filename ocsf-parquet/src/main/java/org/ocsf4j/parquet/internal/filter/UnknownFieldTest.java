package org.ocsf4j.parquet.internal.filter;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.page.RowGroup;

/** A filter on a field that the file does not have: no row matches. */
final class UnknownFieldTest extends RowTest {

    @Override
    public void test(boolean[] matches, int rows) {
        Arrays.fill(matches, 0, rows, false);
    }

    @Override
    public boolean mayMatch(RowGroup group) {
        return false;
    }
}
