package org.ocsf4j.parquet.internal.shape;

import org.apache.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.transform.FieldRule;

/**
 * A column.
 *
 * @param column its ordinal in the order of the file's schema
 * @param descriptor its path, physical type and highest levels
 * @param kind how its values are spelt
 * @param scale the digits behind the decimal point, for the decimal kinds, else 0
 * @param utc whether a timestamp is adjusted to UTC and so ends in {@code Z}; true for INT96
 * @param rule what is written instead of its values, a mask or a hash; null for the values themselves
 */
public record Leaf(
        int column, ColumnDescriptor descriptor, LeafKind kind, int scale, boolean utc, @Nullable FieldRule rule)
        implements Shape {

    /** A column whose values are written. */
    public Leaf(int column, ColumnDescriptor descriptor, LeafKind kind, int scale, boolean utc) {
        this(column, descriptor, kind, scale, utc, null);
    }

    /** The column under a rule that replaces its values. */
    public Leaf under(FieldRule replacing) {
        return new Leaf(column, descriptor, kind, scale, utc, replacing);
    }

    @Override
    public int definedAt() {
        return descriptor.getMaxDefinitionLevel();
    }

    @Override
    public int firstColumn() {
        return column;
    }

    @Override
    public int columnCount() {
        return 1;
    }

    /** The path in the schema, joined by dots. */
    public String path() {
        return String.join(".", descriptor.getPath());
    }
}
