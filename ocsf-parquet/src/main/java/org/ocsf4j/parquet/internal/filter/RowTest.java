package org.ocsf4j.parquet.internal.filter;

import org.ocsf4j.parquet.internal.page.RowGroup;

/** A filter over the columns of one file. Not thread-safe. */
public abstract sealed class RowTest permits ColumnTest, CombinedTest, NegatedTest, UnknownFieldTest, VariantTest {

    /** Says of each of the block's rows whether it matches; the block's columns have been read. */
    public abstract void test(boolean[] matches, int rows);

    /** Whether the row group's statistics leave it possible that one of its rows matches. */
    public abstract boolean mayMatch(RowGroup group);
}
