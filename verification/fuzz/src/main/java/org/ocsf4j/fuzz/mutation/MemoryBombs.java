package org.ocsf4j.fuzz.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeaderV2;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.PageCodec;
import org.ocsf4j.fuzz.file.PageContent;

/**
 * Lets the first page of many columns decompress to MiBs of zeros, each within the limits of a page: now and then together
 * more than the heap holds.
 */
record MemoryBombs() implements PageMutator {

    /** Less than a page may have at any ratio, by default. */
    private static final int ZEROS = 7 << 20;

    /** So many that they are more than a heap of 512 MiB. */
    private static final int MANY = 80;

    private static final int FEW = 4;

    private static final Map<CompressionCodec, byte[]> COMPRESSED = new ConcurrentHashMap<>();

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {
        int bombs = dice.onceIn(6) ? MANY : FEW;
        for (DraftChunk chunk : draft.chunks()) {
            if (bombs > 0 && !chunk.pages().isEmpty()) {
                DraftPage page = chunk.pages().get(0);
                if (page.codec() != CompressionCodec.UNCOMPRESSED) {
                    page.header().unsetCrc();
                    lengthen(page);
                    bombs--;
                }
            }
        }
    }

    /** Appends the zeros, or puts them in the place of the values where compressed streams cannot be chained. */
    private static void lengthen(DraftPage page) throws IOException {
        byte[] zeros = COMPRESSED.computeIfAbsent(page.codec(), MemoryBombs::compressedZeros);
        ByteArrayOutputStream stored = new ByteArrayOutputStream(zeros.length + page.stored().length);
        int honest = 0;
        DataPageHeaderV2 version2 = page.header().getData_page_header_v2();
        if (version2 != null) {
            PageContent content = page.content();
            stored.writeBytes(content.repetition());
            stored.writeBytes(content.definition());
            honest = stored.size();
            version2.setIs_compressed(true);
        } else if (page.codec() == CompressionCodec.ZSTD || page.codec() == CompressionCodec.GZIP) {
            stored.writeBytes(page.stored());
            honest = page.header().getUncompressed_page_size();
        }
        stored.writeBytes(zeros);
        page.replaceStored(stored.toByteArray(), honest + ZEROS);
    }

    private static byte[] compressedZeros(CompressionCodec codec) {
        try {
            return PageCodec.compress(codec, new byte[ZEROS]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
