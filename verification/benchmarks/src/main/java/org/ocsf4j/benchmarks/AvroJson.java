package org.ocsf4j.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.jspecify.annotations.Nullable;

/** Avro's JSON encoder into one buffer; it names the branch of each union, so its JSON is not that of the other ways. */
final class AvroJson implements AvroEncoding {

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 16);
    private @Nullable Writer writer;

    @Override
    public int encode(GenericRecord row) throws IOException {
        Writer current = writer;
        if (current == null || !current.schema.equals(row.getSchema())) {
            current = new Writer(row.getSchema(), buffer);
            writer = current;
        }
        current.records.write(row, current.json);
        current.json.flush();
        int bytes = buffer.size() + 1;
        buffer.reset();
        return bytes;
    }

    private static final class Writer {

        private final Schema schema;
        private final GenericDatumWriter<GenericRecord> records;
        private final JsonEncoder json;

        Writer(Schema schema, ByteArrayOutputStream buffer) throws IOException {
            this.schema = schema;
            this.records = new GenericDatumWriter<>(schema);
            this.json = EncoderFactory.get().jsonEncoder(schema, buffer);
        }
    }
}
