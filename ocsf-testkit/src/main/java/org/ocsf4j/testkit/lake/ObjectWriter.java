package org.ocsf4j.testkit.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;

/** Writes the rows of one object, a row group in memory at a time. */
final class ObjectWriter {

    /** Where in an object its stories begin. */
    private static final double STORIES_BEGIN = 0.4;

    private static final long STORY_STEP_MILLIS = 1_000;

    private final Partition partition;
    private final ObjectOptions options;
    private final Dice dice;
    private final DayRhythm rhythm;
    private final RowSource source;

    ObjectWriter(Partition partition, ObjectOptions options, Dice dice) {
        this.partition = partition;
        this.options = options;
        this.dice = dice;
        this.rhythm = new DayRhythm(partition.day());
        this.source = RowSources.of(partition, options.seed());
    }

    /** Writes {@code ordinaryRows} and the stories, and gives the size of the file. */
    long write(Path file, long ordinaryRows, List<Stories.Told> stories) throws IOException {
        MessageType complete = TableColumns.of(partition.table(), ColumnSet.COMPLETE);
        MessageType schema = TableColumns.of(partition.table(), options.columns());
        Row row = new Row(complete, schema);
        long storiesAt = (long) (ordinaryRows * STORIES_BEGIN);
        try (ParquetWriter<Row> writer = RowWriter.open(file, schema, options)) {
            for (long index = 0; index < ordinaryRows; index++) {
                if (index == storiesAt) {
                    tell(stories, row, timeOf(index, ordinaryRows), writer);
                }
                row.clear();
                source.fill(row, timeOf(index, ordinaryRows), dice);
                writer.write(row);
            }
        }
        LegacyFooter.rewrite(file);
        return Files.size(file);
    }

    private long timeOf(long index, long rows) {
        long time = rhythm.timeOf(index, rows, dice);
        return time - time % partition.table().timeUnitMillis();
    }

    private void tell(List<Stories.Told> stories, Row row, long begin, ParquetWriter<Row> writer) throws IOException {
        long time = begin;
        for (Stories.Told told : stories) {
            for (int index = 0; index < told.story().rows(); index++) {
                row.clear();
                told.teller().tell(row, time, index, dice);
                writer.write(row);
                time += STORY_STEP_MILLIS;
            }
        }
    }
}
