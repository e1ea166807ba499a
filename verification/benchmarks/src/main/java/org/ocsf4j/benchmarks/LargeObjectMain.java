package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Makes a large object of one row group from a small one: each column's data pages, as they are stored, again and again behind
 * one dictionary. Arguments: the small file, how often, the large file.
 */
final class LargeObjectMain {

    private LargeObjectMain() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    }

    private static void write(Path small, int times, Path large) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new StoredPages())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(small), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            PageReadStore group = reader.readNextRowGroup();
            ParquetFileWriter writer = new ParquetFileWriter(
                    new LocalOutputFile(large),
                    schema,
                    ParquetFileWriter.Mode.OVERWRITE,
                    1L << 40,
                    0,
                    null,
                    ParquetProperties.builder().build());
            writer.start();
            writer.startBlock(group.getRowCount() * times);
            for (ColumnDescriptor column : schema.getColumns()) {
                writeColumn(column, group.getPageReader(column), times, writer);
            }
            writer.endBlock();
            writer.end(Map.of());
        }
    }

    @SuppressWarnings("deprecation") // the other overloads want the rows of each page, for an index that is not written
    private static void writeColumn(ColumnDescriptor column, PageReader reader, int times, ParquetFileWriter writer)
            throws IOException {
        DictionaryPage dictionary = reader.readDictionaryPage();
        List<DataPageV1> pages = new ArrayList<>();
        List<BytesInput> contents = new ArrayList<>();
        for (DataPage page = reader.readPage(); page != null; page = reader.readPage()) {
            DataPageV1 stored = (DataPageV1) page;
            pages.add(stored);
            contents.add(BytesInput.from(stored.getBytes().toInputStream().readAllBytes()));
        }
        writer.startColumn(column, reader.getTotalValueCount() * times, CompressionCodecName.ZSTD);
        if (dictionary != null) {
            writer.writeDictionaryPage(dictionary);
        }
        for (int i = 0; i < times; i++) {
            for (int at = 0; at < pages.size(); at++) {
                DataPageV1 page = pages.get(at);
                writer.writeDataPage(
                        page.getValueCount(),
                        page.getUncompressedSize(),
                        contents.get(at),
                        page.getStatistics(),
                        page.getRlEncoding(),
                        page.getDlEncoding(),
                        page.getValueEncoding());
            }
        }
        writer.endColumn();
    }
}
