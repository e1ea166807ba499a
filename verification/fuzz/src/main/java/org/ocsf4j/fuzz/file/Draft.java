package org.ocsf4j.fuzz.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage.Span;

/**
 * A file that may be forged. Layout, <a href="https://parquet.apache.org/docs/file-format/">Parquet file format</a>:
 *
 * <pre>
 * PAR1 | (page header | page)* of each column chunk of each row group | FileMetaData | its length | PAR1
 * </pre>
 *
 * <p>Not thread-safe.
 */
public final class Draft {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final FileMetaData footer;
    private final List<DraftChunk> chunks;
    private boolean footerForged;

    private Draft(FileMetaData footer, List<DraftChunk> chunks) {
        this.footer = footer;
        this.chunks = chunks;
    }

    /** Takes a sound file apart. */
    public static Draft of(byte[] file) throws IOException {
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, footerStart(file), file.length));
        List<LeafLevels> leaves = LeafLevels.of(footer);
        List<DraftChunk> chunks = new ArrayList<>();
        for (int group = 0; group < footer.getRow_groupsSize(); group++) {
            List<ColumnChunk> columns =
                    Footers.columns(Footers.rowGroups(footer).get(group));
            for (int column = 0; column < columns.size(); column++) {
                LeafLevels leaf = leaves.get(column);
                List<DraftPage> pages = pages(file, Footers.metadata(columns.get(column)), leaf);
                chunks.add(new DraftChunk(group, column, leaf, pages));
            }
        }
        return new Draft(footer, chunks);
    }

    private static int footerStart(byte[] file) {
        int trailer = file.length - FileImage.TRAILER_BYTES;
        return trailer - ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(trailer);
    }

    private static List<DraftPage> pages(byte[] file, ColumnMetaData chunk, LeafLevels leaf) throws IOException {
        int start = (int)
                (chunk.getDictionary_page_offset() > 0
                        ? Math.min(chunk.getDictionary_page_offset(), chunk.getData_page_offset())
                        : chunk.getData_page_offset());
        ByteArrayInputStream in = new ByteArrayInputStream(file, start, (int) chunk.getTotal_compressed_size());
        List<DraftPage> pages = new ArrayList<>();
        while (in.available() > 0) {
            PageHeader header = Util.readPageHeader(in);
            byte[] stored = in.readNBytes(header.getCompressed_page_size());
            pages.add(DraftPage.of(leaf, Objects.requireNonNull(chunk.getCodec()), header, stored));
        }
        return pages;
    }

    public Draft copy() {
        List<DraftChunk> copies = new ArrayList<>(chunks.size());
        chunks.forEach(chunk -> copies.add(chunk.copy()));
        return new Draft(footer.deepCopy(), copies);
    }

    /** The footer, for reading; see {@link #forgeFooter()}. */
    public FileMetaData footer() {
        return footer;
    }

    /** The footer, to be changed. */
    public FileMetaData forgeFooter() {
        footerForged = true;
        return footer;
    }

    /** The chunk's metadata, to be changed. */
    public ColumnMetaData forgeMetadata(DraftChunk chunk) {
        footerForged = true;
        return chunk.metadata(this);
    }

    /** Whether the footer says something else than it did, offsets and sizes apart. */
    public boolean isFooterForged() {
        return footerForged;
    }

    public List<DraftChunk> chunks() {
        return chunks;
    }

    /** The rows that the footer declares. */
    public long rows() {
        return footer.getNum_rows();
    }

    /** Any page of a chunk that has some. */
    public DraftPage anyPage(Dice dice) {
        DraftChunk chunk = anyChunk(dice);
        return dice.pick(chunk.pages());
    }

    /** Any chunk that has pages. */
    public DraftChunk anyChunk(Dice dice) {
        int start = dice.below(chunks.size());
        for (int i = 0; i < chunks.size(); i++) {
            DraftChunk chunk = chunks.get((start + i) % chunks.size());
            if (!chunk.pages().isEmpty()) {
                return chunk;
            }
        }
        throw new IllegalStateException("the file has no pages left to forge");
    }

    // ---- putting together

    /** Writes pages behind each other, and their true places into the footer. The footer comes later. */
    public Pages layOut() throws IOException {
        Pages laid = new Pages();
        laid.out.writeBytes(MAGIC);
        for (DraftChunk chunk : chunks) {
            layOut(chunk, laid);
        }
        return laid;
    }

    private void layOut(DraftChunk chunk, Pages laid) throws IOException {
        ColumnMetaData metadata = chunk.metadata(this);
        int start = laid.out.size();
        long uncompressed = 0;
        metadata.unsetDictionary_page_offset();
        metadata.setData_page_offset(start);
        boolean before = true;
        for (DraftPage page : chunk.pages()) {
            int header = laid.out.size();
            if (before && page.isDictionary()) {
                metadata.setDictionary_page_offset(header);
            } else if (before) {
                metadata.setData_page_offset(header);
                before = false;
            }
            Util.writePageHeader(page.header(), laid.out);
            laid.headers.add(new Span(header, laid.out.size()));
            int body = laid.out.size();
            laid.out.writeBytes(page.stored());
            laid.bodies.add(new Span(body, laid.out.size()));
            uncompressed += body - header + (long) page.header().getUncompressed_page_size();
        }
        metadata.setTotal_compressed_size(laid.out.size() - start);
        metadata.setTotal_uncompressed_size(uncompressed);
        forgetIndexes(chunk, start);
    }

    private void forgetIndexes(DraftChunk draft, int start) {
        RowGroup group = Footers.rowGroups(footer).get(draft.rowGroup());
        if (draft.column() == 0) {
            group.setFile_offset(start);
        }
        ColumnChunk chunk = Footers.columns(group).get(draft.column());
        chunk.unsetColumn_index_offset();
        chunk.unsetColumn_index_length();
        chunk.unsetOffset_index_offset();
        chunk.unsetOffset_index_length();
    }

    /** The page part of a file that is being put together. */
    public static final class Pages {

        private static final long MOST_FOOTER_BYTES = 32L << 20;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Span> headers = new ArrayList<>();
        private final List<Span> bodies = new ArrayList<>();

        private Pages() {}

        /**
         * Writes {@code footer} behind the pages, its length and the magic number. A long name that is written for thousands of
         * members is cut off: the decoder's limit is 16 MiB.
         */
        public FileImage seal(FileMetaData footer) throws IOException {
            int start = out.size();
            Util.writeFileMetaData(footer, new CappedOutput(out, MOST_FOOTER_BYTES));
            ByteBuffer trailer = ByteBuffer.allocate(FileImage.TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            trailer.putInt(out.size() - start).put(MAGIC);
            out.writeBytes(trailer.array());
            return new FileImage(out.toByteArray(), headers, bodies, start);
        }
    }
}
