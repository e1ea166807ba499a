package org.ocsf4j.parquet.internal.shape;

/**
 * A JSON object with a member per entry of a map. Levels as in {@link ListShape}. The key's columns come first, the value's
 * right behind them.
 *
 * @param definedAt see {@link Shape}
 * @param entryAt the definition level from which there is an entry
 * @param repetitionLevel the repetition level that its entries after the first have
 * @param key what a key is; one that is not a string becomes a member's name in its JSON spelling, null as {@code null}
 * @param value what a value is
 */
public record MapShape(int definedAt, int entryAt, int repetitionLevel, Shape key, Shape value) implements Shape {

    @Override
    public int firstColumn() {
        return key.firstColumn();
    }

    @Override
    public int columnCount() {
        return key.columnCount() + value.columnCount();
    }
}
