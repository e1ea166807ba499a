package org.ocsf4j.parquet.internal.plain;

import java.io.IOException;
import org.ocsf4j.parquet.internal.json.JsonSink;
import org.ocsf4j.parquet.internal.json.VariantWriter;
import org.ocsf4j.parquet.internal.shape.VariantShape;

/** Any JSON value, in two columns. */
final class VariantNode extends Node {

    private final VariantShape shape;
    private final HeldBytes metadata;
    private final HeldBytes value;
    private final VariantWriter writer;

    VariantNode(
            VariantShape shape,
            Columns columns,
            JsonSink sink,
            HeldBytes metadata,
            HeldBytes value,
            VariantWriter writer) {
        super(shape, columns, sink);
        this.shape = shape;
        this.metadata = metadata;
        this.value = value;
        this.writer = writer;
    }

    @Override
    void writePresent(int level) throws IOException {
        for (int column = first; column < first + count; column++) {
            boolean isMetadata = column == shape.metadata().column();
            int definedAt =
                    isMetadata ? shape.metadata().definedAt() : shape.value().definedAt();
            int here = columns.definitionLevel(column);
            if (here < definedAt) {
                columns.skipAbsent(column, 1, here);
            } else {
                columns.write(column);
            }
        }
        byte[] names = metadata.take();
        byte[] bytes = value.take();
        if (names == null || bytes == null || VariantWriter.isNull(names, bytes)) {
            sink.nullValue();
        } else {
            writer.write(names, bytes, sink.value());
        }
    }
}
