package org.ocsf4j.parquet;

import java.util.Objects;
import org.ocsf4j.transform.Transform;

/**
 * How Parquet rows become JSON, and what a file may ask for before it is refused. Immutable.
 *
 * @param writeNulls whether a null member is written as {@code null}, not left out
 * @param timestamps how timestamps are written
 * @param embedJson whether a column annotated JSON is embedded where it parses, not written as a string
 * @param maxFooterBytes the longest footer
 * @param maxPageBytes the largest page, decompressed
 * @param maxRowGroupBytes the largest row group as stored; one over 32 MiB is read through windows
 * @param maxHeldBytes the most that all columns of a row group may hold at once, decompressed pages, dictionaries and values
 * @param maxCompressionRatio how many times larger than its stored bytes a page may be
 * @param ratioFloorBytes pages up to this size, decompressed, may have any ratio
 * @param maxNesting how deep objects and arrays may nest
 * @param maxDocumentBytes the longest document
 * @param transform which rows become events, and what becomes of their fields
 */
public record ParquetOptions(
        boolean writeNulls,
        TimestampFormat timestamps,
        boolean embedJson,
        int maxFooterBytes,
        int maxPageBytes,
        long maxRowGroupBytes,
        long maxHeldBytes,
        int maxCompressionRatio,
        int ratioFloorBytes,
        int maxNesting,
        int maxDocumentBytes,
        Transform transform) {

    /** Null members are left out. */
    public static final boolean DEFAULT_WRITE_NULLS = false;

    /** Columns named {@code time} or ending in {@code _time} as epoch milliseconds, others as RFC 3339. */
    public static final TimestampFormat DEFAULT_TIMESTAMPS = TimestampFormat.BY_NAME;

    /** Columns annotated JSON are strings. */
    public static final boolean DEFAULT_EMBED_JSON = false;

    /** 16 MiB. */
    public static final int DEFAULT_MAX_FOOTER_BYTES = 16 << 20;

    /** 64 MiB. */
    public static final int DEFAULT_MAX_PAGE_BYTES = 64 << 20;

    /** 512 MiB. */
    public static final long DEFAULT_MAX_ROW_GROUP_BYTES = 512L << 20;

    /**
     * 256 MiB, over all columns together. A cursor needs this much heap at worst, and up to 32 MiB of stored bytes and the
     * batch that is filled besides: 512 MiB of heap hold one such cursor. For {@code n} objects at once, or row groups on
     * {@code n} threads, allow each a share: {@code heap / (2 * n)}. An ordinary file needs a few MiB.
     */
    public static final long DEFAULT_MAX_HELD_BYTES = 256L << 20;

    /** 200 to 1. */
    public static final int DEFAULT_MAX_COMPRESSION_RATIO = 200;

    /** 8 MiB: a page of one repeated value compresses better than 200 to 1, and does no harm when it is small. */
    public static final int DEFAULT_RATIO_FLOOR_BYTES = 8 << 20;

    /** 64 levels. */
    public static final int DEFAULT_MAX_NESTING = 64;

    /** 4 MiB. */
    public static final int DEFAULT_MAX_DOCUMENT_BYTES = 4 << 20;

    private static final ParquetOptions DEFAULTS = builder().build();

    public ParquetOptions {
        Objects.requireNonNull(timestamps, "timestamps");
        Objects.requireNonNull(transform, "transform");
        requirePositive("maxFooterBytes", maxFooterBytes);
        requirePositive("maxPageBytes", maxPageBytes);
        requirePositive("maxRowGroupBytes", maxRowGroupBytes);
        requirePositive("maxHeldBytes", maxHeldBytes);
        requirePositive("maxCompressionRatio", maxCompressionRatio);
        requirePositive("maxNesting", maxNesting);
        requirePositive("maxDocumentBytes", maxDocumentBytes);
        if (ratioFloorBytes < 0) {
            throw new IllegalArgumentException("ratioFloorBytes is below 0; " + ratioFloorBytes);
        }
        if (maxNesting > 200) {
            throw new IllegalArgumentException("maxNesting is above 200; " + maxNesting);
        }
    }

    /** Every option at its default. */
    public static ParquetOptions defaults() {
        return DEFAULTS;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these options. */
    public Builder toBuilder() {
        return new Builder()
                .writeNulls(writeNulls)
                .timestamps(timestamps)
                .embedJson(embedJson)
                .maxFooterBytes(maxFooterBytes)
                .maxPageBytes(maxPageBytes)
                .maxRowGroupBytes(maxRowGroupBytes)
                .maxHeldBytes(maxHeldBytes)
                .maxCompressionRatio(maxCompressionRatio)
                .ratioFloorBytes(ratioFloorBytes)
                .maxNesting(maxNesting)
                .maxDocumentBytes(maxDocumentBytes)
                .transform(transform);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is below 1; " + value);
        }
    }

    /** Collects options. Not thread-safe; {@link #build()} checks them and starts nothing. */
    public static final class Builder {

        private boolean writeNulls = DEFAULT_WRITE_NULLS;
        private TimestampFormat timestamps = DEFAULT_TIMESTAMPS;
        private boolean embedJson = DEFAULT_EMBED_JSON;
        private int maxFooterBytes = DEFAULT_MAX_FOOTER_BYTES;
        private int maxPageBytes = DEFAULT_MAX_PAGE_BYTES;
        private long maxRowGroupBytes = DEFAULT_MAX_ROW_GROUP_BYTES;
        private long maxHeldBytes = DEFAULT_MAX_HELD_BYTES;
        private int maxCompressionRatio = DEFAULT_MAX_COMPRESSION_RATIO;
        private int ratioFloorBytes = DEFAULT_RATIO_FLOOR_BYTES;
        private int maxNesting = DEFAULT_MAX_NESTING;
        private int maxDocumentBytes = DEFAULT_MAX_DOCUMENT_BYTES;
        private Transform transform = Transform.NONE;

        private Builder() {}

        /** Whether a null member is written as {@code null}, not left out. The default is {@link #DEFAULT_WRITE_NULLS}. */
        public Builder writeNulls(boolean writeNulls) {
            this.writeNulls = writeNulls;
            return this;
        }

        /** How timestamps are written. The default is {@link #DEFAULT_TIMESTAMPS}. */
        public Builder timestamps(TimestampFormat timestamps) {
            this.timestamps = timestamps;
            return this;
        }

        /**
         * Whether a column annotated JSON is embedded where it parses, not written as a string.
         * The default is {@link #DEFAULT_EMBED_JSON}.
         */
        public Builder embedJson(boolean embedJson) {
            this.embedJson = embedJson;
            return this;
        }

        /** The longest footer, in bytes. The default is {@link #DEFAULT_MAX_FOOTER_BYTES}. */
        public Builder maxFooterBytes(int maxFooterBytes) {
            this.maxFooterBytes = maxFooterBytes;
            return this;
        }

        /** The largest page, in bytes when decompressed. The default is {@link #DEFAULT_MAX_PAGE_BYTES}. */
        public Builder maxPageBytes(int maxPageBytes) {
            this.maxPageBytes = maxPageBytes;
            return this;
        }

        /** The largest row group, in bytes as stored. The default is {@link #DEFAULT_MAX_ROW_GROUP_BYTES}. */
        public Builder maxRowGroupBytes(long maxRowGroupBytes) {
            this.maxRowGroupBytes = maxRowGroupBytes;
            return this;
        }

        /**
         * The most bytes that all columns of a row group may hold at once: decompressed pages, dictionaries, values.
         * The default is {@link #DEFAULT_MAX_HELD_BYTES}.
         */
        public Builder maxHeldBytes(long maxHeldBytes) {
            this.maxHeldBytes = maxHeldBytes;
            return this;
        }

        /**
         * How many times larger than its stored bytes a page may be.
         * The default is {@link #DEFAULT_MAX_COMPRESSION_RATIO}.
         */
        public Builder maxCompressionRatio(int maxCompressionRatio) {
            this.maxCompressionRatio = maxCompressionRatio;
            return this;
        }

        /**
         * Pages up to so many bytes, decompressed, may have any ratio.
         * The default is {@link #DEFAULT_RATIO_FLOOR_BYTES}.
         */
        public Builder ratioFloorBytes(int ratioFloorBytes) {
            this.ratioFloorBytes = ratioFloorBytes;
            return this;
        }

        /** How many levels deep objects and arrays may nest, 200 at most. The default is {@link #DEFAULT_MAX_NESTING}. */
        public Builder maxNesting(int maxNesting) {
            this.maxNesting = maxNesting;
            return this;
        }

        /** The longest document, in bytes of JSON. The default is {@link #DEFAULT_MAX_DOCUMENT_BYTES}. */
        public Builder maxDocumentBytes(int maxDocumentBytes) {
            this.maxDocumentBytes = maxDocumentBytes;
            return this;
        }

        /** Which rows become events, and what becomes of their fields. The default is {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        /**
         * Checks the options.
         *
         * @throws IllegalArgumentException where a value is out of range; the message names it
         */
        public ParquetOptions build() {
            return new ParquetOptions(
                    writeNulls,
                    timestamps,
                    embedJson,
                    maxFooterBytes,
                    maxPageBytes,
                    maxRowGroupBytes,
                    maxHeldBytes,
                    maxCompressionRatio,
                    ratioFloorBytes,
                    maxNesting,
                    maxDocumentBytes,
                    transform);
        }
    }
}
