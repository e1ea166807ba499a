package org.ocsf4j.parquet.internal.page;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/** Zstandard by its native library, whose context is kept from page to page. */
final class ZstdPages implements AutoCloseable {

    private final ZstdDecompressCtx context = new ZstdDecompressCtx();

    /** Returns how many bytes there are. */
    int decompress(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        try {
            return context.decompressByteArray(to, toStart, toLength, from, start, length);
        } catch (ZstdException e) {
            throw new MalformedException("a page is not valid zstd; " + e.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
