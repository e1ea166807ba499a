package org.ocsf4j.parquet.internal.filter;

import org.ocsf4j.parquet.internal.page.RowGroup;

/** Matches where another filter does not. */
final class NegatedTest extends RowTest {

    private final RowTest test;

    NegatedTest(RowTest test) {
        this.test = test;
    }

    @Override
    public void test(boolean[] matches, int rows) {
        test.test(matches, rows);
        for (int i = 0; i < rows; i++) {
            matches[i] = !matches[i];
        }
    }

    /** Statistics tell where nothing can match, not where everything does. */
    @Override
    public boolean mayMatch(RowGroup group) {
        return true;
    }
}
