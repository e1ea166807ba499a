package org.ocsf4j.benchmarks;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** One column chunk as it is stored: a dictionary, where it has one, and data pages, all still compressed. */
record StoredColumn(ColumnDescriptor column, long values, @Nullable DictionaryPage dictionary, List<DataPageV1> pages) {

    /** Reads it from a reader whose codec factory is {@link StoredPages}. */
    static StoredColumn read(ColumnDescriptor column, PageReader reader) throws IOException {
        DictionaryPage dictionary = reader.readDictionaryPage();
        List<DataPageV1> pages = new ArrayList<>();
        for (DataPage page = reader.readPage(); page != null; page = reader.readPage()) {
            pages.add((DataPageV1) page);
        }
        return new StoredColumn(
                column, reader.getTotalValueCount(), dictionary == null ? null : sized(dictionary), pages);
    }

    /** The reader took the stored size for the decompressed one. */
    private static DictionaryPage sized(DictionaryPage dictionary) throws IOException {
        byte[] stored = bytesOf(dictionary.getBytes());
        return new DictionaryPage(
                BytesInput.from(stored),
                Math.toIntExact(Zstd.getFrameContentSize(stored)),
                dictionary.getDictionarySize(),
                dictionary.getEncoding());
    }

    private static byte[] bytesOf(BytesInput bytes) throws IOException {
        return bytes.toInputStream().readAllBytes();
    }

    /** Bytes of the data pages. */
    long pageBytes() {
        long bytes = 0;
        for (DataPageV1 page : pages) {
            bytes += page.getBytes().size();
        }
        return bytes;
    }

    /** Writes the dictionary once and the data pages so many times. */
    @SuppressWarnings("deprecation") // the other overloads want the rows of each page, for an index that is not written
    void write(int times, ParquetFileWriter writer) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (DataPageV1 page : pages) {
            contents.add(bytesOf(page.getBytes()));
        }
        writer.startColumn(column, values * times, CompressionCodecName.ZSTD);
        if (dictionary != null) {
            writer.writeDictionaryPage(dictionary);
        }
        for (int i = 0; i < times; i++) {
            for (int at = 0; at < pages.size(); at++) {
                DataPageV1 page = pages.get(at);
                writer.writeDataPage(
                        page.getValueCount(),
                        page.getUncompressedSize(),
                        BytesInput.from(contents.get(at)),
                        page.getStatistics(),
                        page.getRlEncoding(),
                        page.getDlEncoding(),
                        page.getValueEncoding());
            }
        }
        writer.endColumn();
    }
}
