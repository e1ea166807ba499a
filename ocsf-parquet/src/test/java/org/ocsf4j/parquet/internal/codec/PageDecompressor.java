package org.ocsf4j.parquet.internal.codec;

import java.io.IOException;

/** Decompresses one page. */
@FunctionalInterface
interface PageDecompressor {

    /**
     * Fills {@code page} to its last byte.
     *
     * @throws IOException where the bytes are malformed, or more or less than the page
     */
    void decompress(byte[] stored, int offset, int length, byte[] page) throws IOException;
}
