package org.ocsf4j.benchmarks;

import java.nio.charset.StandardCharsets;
import org.apache.avro.generic.GenericRecord;

/** The record's {@code toString}, as bytes: what is sent anywhere is bytes. */
final class AvroText implements AvroEncoding {

    @Override
    public int encode(GenericRecord row) {
        return row.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
