package org.ocsf4j.parquet.internal.filter;

import java.util.Arrays;
import java.util.List;
import org.ocsf4j.parquet.internal.page.RowGroup;

/** Matches where all of several filters do, or where any does. */
final class CombinedTest extends RowTest {

    private final List<RowTest> tests;
    private final boolean all;
    private boolean[] one = new boolean[0];

    CombinedTest(List<RowTest> tests, boolean all) {
        this.tests = tests;
        this.all = all;
    }

    @Override
    public void test(boolean[] matches, int rows) {
        if (one.length < rows) {
            one = new boolean[matches.length];
        }
        Arrays.fill(matches, 0, rows, all);
        for (RowTest test : tests) {
            test.test(one, rows);
            for (int i = 0; i < rows; i++) {
                matches[i] = all ? matches[i] && one[i] : matches[i] || one[i];
            }
        }
    }

    @Override
    public boolean mayMatch(RowGroup group) {
        for (RowTest test : tests) {
            if (test.mayMatch(group) != all) {
                return !all;
            }
        }
        return all;
    }
}
