package org.ocsf4j.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.internal.block.BlockDecoder;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.page.ColumnChunk;
import org.ocsf4j.parquet.internal.page.Decompressor;
import org.ocsf4j.parquet.internal.page.Encodings;
import org.ocsf4j.parquet.internal.page.FileMetadata;
import org.ocsf4j.parquet.internal.page.RowGroup;

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
        FileMetadata file = BlockDecoder.footer(content, options);
        SortedSet<String> codecs = new TreeSet<>();
        SortedSet<String> encodings = new TreeSet<>();
        List<ParquetFileSummary.RowGroup> rowGroups = new ArrayList<>();
        for (int i = 0; i < file.rowGroups().size(); i++) {
            RowGroup group = file.rowGroups().get(i);
            if (group.rowCount() > 0) {
                long uncompressed = 0;
                for (ColumnChunk chunk : group.columns()) {
                    codecs.add(Decompressor.name(chunk.codec()));
                    addNames(chunk.encodings(), encodings);
                    uncompressed += chunk.uncompressedBytes();
                }
                rowGroups.add(new ParquetFileSummary.RowGroup(i, group.rowCount(), group.sizeBytes(), uncompressed));
            }
        }
        return new ParquetFileSummary(
                LocalContent.placeOf(content).toString(),
                content.sizeBytes(),
                file.createdBy(),
                file.schema().toString(),
                file.schema().getColumns().size(),
                file.rowCount(),
                rowGroups,
                Collections.unmodifiableSortedSet(codecs),
                Collections.unmodifiableSortedSet(encodings),
                firstEvent(content),
                Collections.unmodifiableSortedSet(new TreeSet<>(file.metadataKeys())));
    }

    private static void addNames(int encodings, Set<String> names) {
        for (int i = 0; i < Integer.SIZE; i++) {
            if ((encodings >>> i & 1) != 0) {
                names.add(Encodings.name(i));
            }
        }
    }

    private @Nullable EventClass firstEvent(ObjectContent content) {
        EventBatch batch = new EventBatch(1, 1);
        batch.clear(content.identity());
        try (EventCursor cursor = new ParquetEventDecoder(options).open(content, 0)) {
            return cursor.fill(batch) ? batch.eventClass(0) : null;
        }
    }
}
