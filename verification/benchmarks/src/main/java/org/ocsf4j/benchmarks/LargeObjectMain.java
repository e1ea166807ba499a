package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Makes a large object of one row group from a small one: each column's data pages, as they are stored, again and again behind
 * one dictionary. Arguments: the small file, how many bytes the
 * large one has at least, the large file.
 */
final class LargeObjectMain {

    private LargeObjectMain() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]));
    }

    private static void write(Path small, long leastBytes, Path large) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new StoredPages())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(small), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            PageReadStore group = reader.readNextRowGroup();
            List<StoredColumn> columns = new ArrayList<>();
            long pageBytes = 0;
            for (ColumnDescriptor column : schema.getColumns()) {
                StoredColumn stored = StoredColumn.read(column, group.getPageReader(column));
                columns.add(stored);
                pageBytes += stored.pageBytes();
            }
            int times = Math.toIntExact((leastBytes + pageBytes - 1) / pageBytes);
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
            for (StoredColumn column : columns) {
                column.write(times, writer);
            }
            writer.endBlock();
            writer.end(Map.of());
        }
    }
}
