package org.ocsf4j.parquet.internal.shape;

/**
 * A group annotated VARIANT that is not shredded: two binary columns which together hold one JSON value. A shredded variant,
 * one with {@code typed_value}, is an object of its parts ({@link StructShape}).
 *
 * @param definedAt see {@link Shape}
 * @param metadata the dictionary of the value's member names
 * @param value the value
 */
public record VariantShape(int definedAt, Leaf metadata, Leaf value) implements Shape {

    @Override
    public int firstColumn() {
        return Math.min(metadata.column(), value.column());
    }

    @Override
    public int columnCount() {
        return 2;
    }
}
