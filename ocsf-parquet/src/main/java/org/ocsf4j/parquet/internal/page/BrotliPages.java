package org.ocsf4j.parquet.internal.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;

/** Brotli by Google's decoder in Java, which an application adds where it has such files. */
final class BrotliPages {

    private BrotliPages() {}

    /** Returns how many bytes there are, or one more than there may be. */
    static int decompress(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(from, start, length))) {
            int written = in.readNBytes(to, toStart, toLength);
            return written == toLength && in.read() >= 0 ? toLength + 1 : written;
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new MalformedException("a page is not valid brotli; " + e.getMessage());
        }
    }
}
