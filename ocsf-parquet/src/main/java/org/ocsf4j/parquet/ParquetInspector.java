package org.ocsf4j.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.internal.file.Footer;
import org.ocsf4j.parquet.internal.file.FooterReader;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.plain.PlainReading;

/** Looks into a file: its footer, and its first row. Thread-safe. */
public final class ParquetInspector {

    private final ParquetOptions options;

    /** An inspector with {@link ParquetOptions#defaults()}. */
    public ParquetInspector() {
        this(ParquetOptions.defaults());
    }

    public ParquetInspector(ParquetOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Looks into a file.
     *
     * @throws IOException where the file cannot be read
     * @throws ParquetFormatException where its footer or first row is malformed or passes a limit
     * @throws ParquetUnsupportedException where it is encrypted or its codec missing
     */
    public ParquetFileSummary inspect(Path file) throws IOException {
        try (LocalContent content = LocalContent.of(file)) {
            return inspect(content);
        }
    }

    /** Looks into an object; it stays open. Throws what {@link #inspect(Path)} throws, and what the content throws. */
    public ParquetFileSummary inspect(ObjectContent content) {
        Footer footer = new FooterReader(options, PlainReading.options(options)).read(content);
        FileMetaData file = footer.metadata().getFileMetaData();
        SortedSet<String> codecs = new TreeSet<>();
        SortedSet<String> encodings = new TreeSet<>();
        List<ParquetFileSummary.RowGroup> rowGroups = new ArrayList<>();
        List<BlockMetaData> blocks = footer.metadata().getBlocks();
        for (int i = 0; i < blocks.size(); i++) {
            long uncompressed = 0;
            for (ColumnChunkMetaData chunk : blocks.get(i).getColumns()) {
                codecs.add(chunk.getCodec().name());
                chunk.getEncodings().forEach(encoding -> encodings.add(encoding.name()));
                uncompressed += chunk.getTotalUncompressedSize();
            }
            Footer.RowGroupRows rows = footer.rowGroups().get(i);
            long compressed = blocks.get(i).getCompressedSize();
            rowGroups.add(new ParquetFileSummary.RowGroup(rows.ordinal(), rows.rows(), compressed, uncompressed));
        }
        return new ParquetFileSummary(
                LocalContent.placeOf(content).toString(),
                content.sizeBytes(),
                file.getCreatedBy(),
                file.getSchema().toString(),
                file.getSchema().getColumns().size(),
                footer.totalRows(),
                rowGroups,
                Collections.unmodifiableSortedSet(codecs),
                Collections.unmodifiableSortedSet(encodings),
                firstEvent(content),
                Collections.unmodifiableSortedSet(
                        new TreeSet<>(file.getKeyValueMetaData().keySet())));
    }

    private @Nullable EventClass firstEvent(ObjectContent content) {
        EventBatch batch = new EventBatch(1, 1);
        batch.clear(content.identity());
        try (EventCursor cursor = new ParquetEventDecoder(options).open(content, 0)) {
            return cursor.fill(batch) ? batch.eventClass(0) : null;
        }
    }
}
