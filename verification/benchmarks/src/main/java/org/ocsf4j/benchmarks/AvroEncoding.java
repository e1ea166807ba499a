package org.ocsf4j.benchmarks;

import java.io.IOException;
import org.apache.avro.generic.GenericRecord;

/** From an Avro record to JSON. */
interface AvroEncoding {

    /** Encodes one record as bytes, line feed included, and returns how many. */
    int encode(GenericRecord row) throws IOException;
}
