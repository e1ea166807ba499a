package org.ocsf4j.parquet.internal.block;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.shape.EventColumns;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.LeafKind;

/** What each row of a block says it is, and when it happened: looks at the columns that tell. */
final class EventTap {

    /** A real file has a handful of versions and classes. */
    private static final int MAX_CACHED = 1024;

    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final @Nullable ColumnReader classUid;
    private final @Nullable ColumnReader version;
    private final @Nullable ColumnReader time;
    private final int versionPrefix;
    private final long timeDivisor;
    private final boolean unsignedClass;

    private final Map<EventClass, EventClass> classes = new HashMap<>();

    // The class of the row before, and what it was made from.
    private EventClass last = EventClass.UNKNOWN;
    private long lastClassUid;
    private boolean lastHasClassUid;
    private int lastVersionOffset = -1;
    private int lastVersionLength = -1;
    private boolean isLastKnown;

    /** @param readers gives a column's values as they are in the file */
    EventTap(EventColumns columns, Function<Leaf, ColumnReader> readers) {
        Leaf classLeaf = columns.classUid();
        Leaf versionLeaf = columns.version();
        Leaf timeLeaf = columns.time();
        this.classUid = classLeaf == null ? null : readers.apply(classLeaf);
        this.version = versionLeaf == null ? null : readers.apply(versionLeaf);
        this.time = timeLeaf == null ? null : readers.apply(timeLeaf);
        this.versionPrefix = version == null ? 0 : version.text().spelling().prefixLength();
        this.unsignedClass = classLeaf != null && classLeaf.kind() == LeafKind.UINT32;
        this.timeDivisor = timeLeaf == null
                ? 1
                : switch (timeLeaf.kind()) {
                    case MICROS_AS_NUMBER, MICROS_AS_TEXT -> THOUSAND;
                    case NANOS_AS_NUMBER, NANOS_AS_TEXT, INT96_AS_NUMBER, INT96_AS_TEXT -> MILLION;
                    default -> 1;
                };
    }

    /** Whether all rows of the block are of one class. */
    boolean isOneClass() {
        return isSame(classUid) && isSame(version);
    }

    private static boolean isSame(@Nullable ColumnReader column) {
        if (column == null) {
            return true;
        }
        int level = column.uniformLevel();
        return level >= 0 && (level < column.leaf().definedAt() || column.text().isConstant());
    }

    /** Begins a block: offsets of the one before say nothing about this one. */
    void beginBlock() {
        isLastKnown = false;
    }

    long timeMillis(int row) {
        if (time == null || !isThere(time, row)) {
            return EventBatch.NO_TIME;
        }
        long value = time.text().number(time.text().isConstant() ? 0 : row);
        return timeDivisor == 1 ? value : Math.floorDiv(value, timeDivisor);
    }

    /** Equal classes are one instance. */
    EventClass eventClass(int row) {
        long uid = 0;
        boolean hasUid = classUid != null && isThere(classUid, row);
        if (classUid != null && hasUid) {
            uid = classUid.text().number(classUid.text().isConstant() ? 0 : row);
            uid = unsignedClass ? uid & 0xFFFFFFFFL : uid;
        }
        int offset = -1;
        int length = -1;
        if (version != null && isThere(version, row)) {
            int index = version.text().isConstant() ? 0 : row;
            offset = version.text().offsets[index];
            length = version.text().lengths[index];
        }
        boolean same = isLastKnown
                && uid == lastClassUid
                && hasUid == lastHasClassUid
                && offset == lastVersionOffset
                && length == lastVersionLength;
        if (!same) {
            String text = version == null || offset < 0 ? null : text(version.text(), offset, length);
            last = known(new EventClass(text, hasUid ? Long.valueOf(uid) : null));
            lastClassUid = uid;
            lastHasClassUid = hasUid;
            lastVersionOffset = offset;
            lastVersionLength = length;
            isLastKnown = true;
        }
        return last;
    }

    private EventClass known(EventClass now) {
        if (now.equals(last)) {
            return last;
        }
        if (classes.size() >= MAX_CACHED) {
            classes.clear();
        }
        @Nullable EventClass before = classes.putIfAbsent(now, now);
        return before == null ? now : before;
    }

    private static boolean isThere(ColumnReader column, int row) {
        int level = column.uniformLevel() >= 0 ? column.uniformLevel() : column.levels()[row];
        return level == column.leaf().definedAt();
    }

    private String text(TextColumn column, int offset, int length) {
        try (JsonParser parser = JSON.createParser(column.text, offset + versionPrefix, length - versionPrefix)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException("a string that was just written does not parse", e);
        }
    }
}
