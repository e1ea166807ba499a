package org.ocsf4j.testkit.lake;

import java.time.LocalDate;

/**
 * How one object is written.
 *
 * @param seed what every value is drawn from; the same seed and options give the same bytes
 * @param codec compression of the pages
 * @param rowGroupRows rows after which a row group ends, 1 or more
 * @param pageChecksums whether page headers carry the optional CRC-32
 * @param columns which of the table's columns the object has
 * @param day the UTC day that the events lie in
 */
public record ObjectOptions(
        long seed, Codec codec, int rowGroupRows, boolean pageChecksums, ColumnSet columns, LocalDate day) {

    public ObjectOptions {
        if (rowGroupRows < 1) {
            throw new IllegalArgumentException("rowGroupRows is less than 1; " + rowGroupRows);
        }
    }

    /** One row group, zstd, no checksums, every column, seed 1, 2026-06-01: what the benchmarks read. */
    public static ObjectOptions defaults() {
        return new ObjectOptions(1, Codec.ZSTD, Integer.MAX_VALUE, false, ColumnSet.COMPLETE, LocalDate.of(2026, 6, 1));
    }

    /** These options with another seed. */
    public ObjectOptions withSeed(long other) {
        return new ObjectOptions(other, codec, rowGroupRows, pageChecksums, columns, day);
    }

    /** These options with another codec. */
    public ObjectOptions withCodec(Codec other) {
        return new ObjectOptions(seed, other, rowGroupRows, pageChecksums, columns, day);
    }

    /** These options with row groups of another number of rows. */
    public ObjectOptions withRowGroupRows(int other) {
        return new ObjectOptions(seed, codec, other, pageChecksums, columns, day);
    }

    /** These options with or without page checksums. */
    public ObjectOptions withPageChecksums(boolean other) {
        return new ObjectOptions(seed, codec, rowGroupRows, other, columns, day);
    }

    /** These options with other columns. */
    public ObjectOptions withColumns(ColumnSet other) {
        return new ObjectOptions(seed, codec, rowGroupRows, pageChecksums, other, day);
    }

    /** These options with events of another day. */
    public ObjectOptions withDay(LocalDate other) {
        return new ObjectOptions(seed, codec, rowGroupRows, pageChecksums, columns, other);
    }
}
