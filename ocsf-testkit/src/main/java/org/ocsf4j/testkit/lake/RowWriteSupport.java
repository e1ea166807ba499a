package org.ocsf4j.testkit.lake;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Hands rows to Parquet's column writers. */
final class RowWriteSupport extends WriteSupport<Row> {

    private final MessageType schema;
    private @Nullable RecordConsumer out;

    RowWriteSupport(MessageType schema) {
        this.schema = schema;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still; only the overload for ParquetConfiguration is called
    public WriteContext init(Configuration configuration) {
        return init(new PlainParquetConfiguration());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        out = recordConsumer;
    }

    @Override
    public void write(Row row) {
        if (out == null) {
            throw new IllegalStateException("write before prepareForWrite");
        }
        out.startMessage();
        row.writeFields(out);
        out.endMessage();
    }
}
