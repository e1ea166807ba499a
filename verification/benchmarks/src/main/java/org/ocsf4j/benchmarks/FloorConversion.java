package org.ocsf4j.benchmarks;

import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** What nothing can be faster than: every page is decompressed once, and as many bytes as the JSON has are copied once. */
final class FloorConversion implements Conversion {

    private static final int PIECE_BYTES = 256 << 10;

    private final byte[] from = new byte[PIECE_BYTES];
    private final byte[] to = new byte[PIECE_BYTES];

    @Override
    public Converted convert(Source source) throws IOException {
        if (source.jsonBytes() <= 0) {
            throw new IllegalArgumentException("[" + source.file() + "] the size of its JSON is not known");
        }
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdPages())
                .build();
        long rows = 0;
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(source.file()), options)) {
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                rows += group.getRowCount();
                for (ColumnDescriptor column :
                        reader.getFooter().getFileMetaData().getSchema().getColumns()) {
                    decompress(group.getPageReader(column));
                }
            }
        }
        return new Converted(rows, copy(source.jsonBytes()));
    }

    /** Reads every page; the decompressor gives it whole. */
    private static void decompress(PageReader pages) {
        pages.readDictionaryPage();
        DataPage page;
        do {
            page = pages.readPage();
        } while (page != null);
    }

    private long copy(long bytes) {
        long copied = 0;
        while (copied < bytes) {
            int length = (int) Math.min(PIECE_BYTES, bytes - copied);
            from[(int) (copied % PIECE_BYTES)]++;
            System.arraycopy(from, 0, to, 0, length);
            copied += length;
        }
        return copied;
    }
}
