package org.ocsf4j.parquet.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * A JSON array. A new element begins wherever the repetition level of its first column is {@code repetitionLevel}; the list
 * has no element where the definition level is below {@code elementAt}. An element is null where
 * {@code element.definedAt()} is above {@code elementAt} and the definition level between the two.
 *
 * @param definedAt see {@link Shape}; for a repeated field without annotation the level of what holds it, so that absent is
 *     {@code []}
 * @param elementAt the definition level from which there is an element
 * @param repetitionLevel the repetition level that its elements after the first have
 * @param element what an element is
 */
public record ListShape(int definedAt, int elementAt, int repetitionLevel, Shape element) implements Shape {

    @Override
    public int firstColumn() {
        return element.firstColumn();
    }

    @Override
    public int columnCount() {
        return element.columnCount();
    }

    /** What a list has, a list of lists too; anything else is itself. */
    public static @Nullable Shape elementOf(@Nullable Shape shape) {
        Shape element = shape;
        while (element instanceof ListShape list) {
            element = list.element();
        }
        return element;
    }
}
