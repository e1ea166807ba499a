package org.ocsf4j.testkit.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lake of Parquet objects as Security Lake writes them: every source, both versions, its keys, columns and physical layout, and a
 * few stories to be found in the events.
 *
 * <p>The same seed and options give the same bytes. One row group is in memory at a time. Immutable and safe to share between
 * threads; two threads must not write to the same directory.
 */
public final class SampleLake {

    /** The fewest rows that a lake can have: every table has its stories and a few rows besides. */
    public static final long MINIMUM_ROWS = 500;

    /** Default number of rows: 20,000. */
    public static final long DEFAULT_ROWS = 20_000;

    /** Default number of days: 2. */
    public static final int DEFAULT_DAYS = 2;

    /** Default first instant: 2026-06-01T00:00:00Z. */
    public static final Instant DEFAULT_START = Instant.parse("2026-06-01T00:00:00Z");

    /** Default number of rows that end a row group: 1,000. */
    public static final int DEFAULT_ROW_GROUP_ROWS = 1_000;

    /** Default number of rows that an object has at most, stories apart: 2,500. */
    public static final long DEFAULT_ROWS_PER_OBJECT = 2_500;

    private static final long FEW_ROWS = 3;
    private static final List<LakeTable> TABLES = List.of(LakeTable.values());

    private final long seed;
    private final long rows;
    private final LocalDate firstDay;
    private final int days;
    private final @Nullable Codec codec;
    private final int rowGroupRows;
    private final long rowsPerObject;

    private SampleLake(Builder builder) {
        this.seed = builder.seed;
        this.rows = builder.rows;
        this.firstDay = LocalDate.ofInstant(builder.start, ZoneOffset.UTC);
        this.days = builder.days;
        this.codec = builder.codec;
        this.rowGroupRows = builder.rowGroupRows;
        this.rowsPerObject = builder.rowsPerObject;
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** What every lake holds to be found, in the order in which it happens. */
    public static List<Story> stories() {
        return Stories.ALL;
    }

    /**
     * Writes the lake, each object at its key below {@code directory}, over what is there.
     *
     * @return the objects, table by table; their rows add up to the rows that were asked for
     * @throws IOException if the disk refuses; what was written until then stays
     */
    public List<SampleObject> writeTo(Path directory) throws IOException {
        List<SampleObject> objects = new ArrayList<>();
        long[] tableRows = rowsByTable(rows);
        for (int i = 0; i < tableRows.length; i++) {
            writeTable(directory, TABLES.get(i), tableRows[i], objects);
        }
        return List.copyOf(objects);
    }

    /**
     * Writes one object of ordinary rows, all of one account and region, over what is there.
     *
     * @param file the file itself; its folder must exist
     * @param rows how many rows, 1 or more
     * @throws IOException if the disk refuses
     */
    public static SampleObject writeObject(LakeTable table, Path file, long rows, ObjectOptions options)
            throws IOException {
        requireAtLeast(1, rows, "rows");
        Dice dice = Dice.of(options.seed(), table.name());
        Estate estate = Estate.of(dice.pick(Accounts.IDS), dice.pick(Accounts.REGIONS), options.seed());
        Partition partition = new Partition(table, estate, options.day());
        String key = partition.key(dice.hex(32));
        long sizeBytes = new ObjectWriter(partition, options, dice).write(file, rows, List.of());
        return new SampleObject(table, key, file, rows, sizeBytes, options);
    }

    private static long[] rowsByTable(long rows) {
        double[] weights = new double[TABLES.size()];
        long[] minima = new long[TABLES.size()];
        long minimum = 0;
        for (int i = 0; i < TABLES.size(); i++) {
            weights[i] = TABLES.get(i).weight();
            minima[i] = minimumOf(TABLES.get(i));
            minimum += minima[i];
        }
        long[] tableRows = Shares.split(rows - minimum, weights);
        for (int i = 0; i < tableRows.length; i++) {
            tableRows[i] += minima[i];
        }
        return tableRows;
    }

    private static long minimumOf(LakeTable table) {
        return FEW_ROWS + Stories.rowsOf(table);
    }

    private void writeTable(Path directory, LakeTable table, long tableRows, List<SampleObject> objects)
            throws IOException {
        long ordinaryRows = tableRows - Stories.rowsOf(table);
        long bySize = (ordinaryRows + rowsPerObject - 1) / rowsPerObject;
        int count = Math.toIntExact(Math.max(bySize, Math.min(days, ordinaryRows / FEW_ROWS)));
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        long[] objectRows = Shares.split(ordinaryRows, weights);
        for (int number = 0; number < count; number++) {
            objects.add(write(directory, table, number, objectRows[number]));
        }
    }

    private SampleObject write(Path directory, LakeTable table, int number, long ordinaryRows) throws IOException {
        Dice dice = Dice.of(seed, table.name() + number);
        String account = Accounts.IDS.get((number + 5 * TABLES.indexOf(table)) % Accounts.IDS.size());
        Estate estate = Estate.of(account, dice.pickSkewed(Accounts.REGIONS), seed);
        ObjectOptions options = optionsOf(number);
        Partition partition = new Partition(table, estate, options.day());
        String key = partition.key(dice.hex(32));
        Path file = directory.resolve(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<Stories.Told> stories = number == 0 ? Stories.in(partition, seed) : List.of();
        long sizeBytes = new ObjectWriter(partition, options, dice).write(file, ordinaryRows, stories);
        long told = number == 0 ? Stories.rowsOf(table) : 0;
        return new SampleObject(table, key, file, ordinaryRows + told, sizeBytes, options);
    }

    /** Objects of one table differ: one in five is zstd, one in three has checksums, one in four has fewer columns. */
    private ObjectOptions optionsOf(int number) {
        Codec mixed = number % 5 == 1 ? Codec.ZSTD : Codec.GZIP;
        return new ObjectOptions(
                seed,
                codec == null ? mixed : codec,
                rowGroupRows,
                number % 3 == 0,
                number % 4 == 1 ? ColumnSet.EARLIER : ColumnSet.COMPLETE,
                firstDay.plusDays(number % days));
    }

    private static void requireAtLeast(long minimum, long value, String option) {
        if (value < minimum) {
            throw new IllegalArgumentException(option + " is less than " + minimum + "; " + value);
        }
    }

    /** Options of a lake. Not safe to share between threads. */
    public static final class Builder {

        private long seed = 1;
        private long rows = DEFAULT_ROWS;
        private Instant start = DEFAULT_START;
        private int days = DEFAULT_DAYS;
        private @Nullable Codec codec;
        private int rowGroupRows = DEFAULT_ROW_GROUP_ROWS;
        private long rowsPerObject = DEFAULT_ROWS_PER_OBJECT;

        private Builder() {}

        /** What every value is drawn from. The default is 1. */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /** Rows of all objects together, {@value SampleLake#MINIMUM_ROWS} or more. The default is 20,000. */
        public Builder rows(long value) {
            requireAtLeast(MINIMUM_ROWS, value, "rows");
            this.rows = value;
            return this;
        }

        /** An instant in the first day; days are whole UTC days. The default is 2026-06-01T00:00:00Z. */
        public Builder start(Instant value) {
            this.start = value;
            return this;
        }

        /** How many days the events cover, 1 or more. The default is 2. */
        public Builder days(int value) {
            requireAtLeast(1, value, "days");
            this.days = value;
            return this;
        }

        /** One codec for all objects. The default is GZIP for most and ZSTD for some. */
        public Builder codec(Codec value) {
            this.codec = value;
            return this;
        }

        /** Rows that end a row group, 1 or more. The default is 1,000. */
        public Builder rowGroupRows(int value) {
            requireAtLeast(1, value, "rowGroupRows");
            this.rowGroupRows = value;
            return this;
        }

        /** Rows that an object has at most, stories apart, 1 or more. The default is 2,500. */
        public Builder rowsPerObject(long value) {
            requireAtLeast(1, value, "rowsPerObject");
            this.rowsPerObject = value;
            return this;
        }

        /** The lake; nothing is written yet. */
        public SampleLake build() {
            return new SampleLake(this);
        }
    }
}
