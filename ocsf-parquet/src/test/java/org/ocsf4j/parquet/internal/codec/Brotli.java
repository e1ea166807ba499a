package org.ocsf4j.parquet.internal.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;

/** Brotli by Google's decoder in Java, which an application adds where it has such files. */
final class Brotli {

    private Brotli() {}

    static void decompress(byte[] stored, int offset, int length, byte[] page) throws IOException {
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(stored, offset, length))) {
            Decompressors.fill(in, page);
        }
    }
}
