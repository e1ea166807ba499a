package org.ocsf4j.parquet.internal.shape;

import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.ocsf4j.parquet.ParquetPlace;

/**
 * What the rows of one file are: a tree of shapes, and its leaves in column order.
 *
 * @param root the row; defined from level 0
 * @param leaves element i is column i
 */
public record RowShape(StructShape root, List<Leaf> leaves) {

    public RowShape {
        leaves = List.copyOf(leaves);
    }

    /**
     * Decides the shape of {@code schema}.
     *
     * @param file what errors name
     * @throws org.ocsf4j.parquet.ParquetFormatException where the schema nests too deeply or annotates a type that cannot
     *     bear it
     */
    public static RowShape of(MessageType schema, ShapeRules rules, ParquetPlace file) {
        return new ShapeBuilder(rules, file).build(schema);
    }
}
