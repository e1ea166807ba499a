package org.ocsf4j.parquet.internal.shape;

/**
 * What one JSON value is made of. The leaves below a shape are neighbours in the file's column order: columns
 * {@code firstColumn()} to {@code firstColumn() + columnCount() - 1}, at least one.
 *
 * <p>Levels are those of the format: the value is there where the definition level of its columns is
 * {@code definedAt()} or more, and null where it is less (a required value takes the level of what holds it, and so is
 * never found null). All of its columns agree on that.
 */
public sealed interface Shape permits StructShape, ListShape, MapShape, VariantShape, Leaf {

    /** The definition level from which the value is not null. */
    int definedAt();

    /** The ordinal of the first column below, in the order of the file's schema. */
    int firstColumn();

    /** How many columns are below. */
    int columnCount();
}
