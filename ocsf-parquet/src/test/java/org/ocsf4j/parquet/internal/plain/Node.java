package org.ocsf4j.parquet.internal.plain;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.ocsf4j.parquet.internal.json.JsonSink;
import org.ocsf4j.parquet.internal.json.MapEntries;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.shape.Shape;

/** Writes the values of one shape. */
abstract class Node {

    final Columns columns;
    final JsonSink sink;
    final int first;
    final int count;
    private final int definedAt;

    Node(Shape shape, Columns columns, JsonSink sink) {
        this.columns = columns;
        this.sink = sink;
        this.first = shape.firstColumn();
        this.count = shape.columnCount();
        this.definedAt = shape.definedAt();
    }

    /** Writes the next value, null or not, and steps over it. */
    final void write() throws IOException {
        int level = columns.definitionLevel(first);
        if (level < definedAt) {
            columns.skipAbsent(first, count, level);
            sink.nullValue();
        } else {
            writePresent(level);
        }
    }

    /**
     * Writes the next value, which is not null.
     *
     * @param level the definition level of the first column
     */
    abstract void writePresent(int level) throws IOException;

    /** A column. */
    static final class OfLeaf extends Node {

        OfLeaf(Shape shape, Columns columns, JsonSink sink) {
            super(shape, columns, sink);
        }

        @Override
        void writePresent(int level) {
            columns.write(first);
        }
    }

    /** An object. */
    static final class OfStruct extends Node {

        private final SerializedString[] names;
        private final Node[] members;

        OfStruct(Shape shape, Columns columns, JsonSink sink, SerializedString[] names, Node[] members) {
            super(shape, columns, sink);
            this.names = names;
            this.members = members;
        }

        @Override
        void writePresent(int level) throws IOException {
            sink.startObject();
            for (int i = 0; i < members.length; i++) {
                sink.member(names[i]);
                members[i].write();
            }
            sink.endObject();
        }
    }

    /** An array. */
    static final class OfList extends Node {

        private final int elementAt;
        private final int repetitionLevel;
        private final Node element;

        OfList(Shape shape, Columns columns, JsonSink sink, int elementAt, int repetitionLevel, Node element) {
            super(shape, columns, sink);
            this.elementAt = elementAt;
            this.repetitionLevel = repetitionLevel;
            this.element = element;
        }

        @Override
        void writePresent(int level) throws IOException {
            sink.startArray();
            if (level < elementAt) {
                columns.skipAbsent(first, count, level);
            } else {
                do {
                    element.write();
                } while (columns.repeats(first, count, repetitionLevel));
            }
            sink.endArray();
        }
    }

    /** An object whose members are the entries of a map. */
    static final class OfMap extends Node {

        private final int entryAt;
        private final int repetitionLevel;
        private final Node key;
        private final KeyText keyText;
        private final Node value;
        private final Tally tally;

        OfMap(
                Shape shape,
                Columns columns,
                JsonSink sink,
                int entryAt,
                int repetitionLevel,
                Node key,
                KeyText keyText,
                Node value,
                Tally tally) {
            super(shape, columns, sink);
            this.entryAt = entryAt;
            this.repetitionLevel = repetitionLevel;
            this.key = key;
            this.keyText = keyText;
            this.value = value;
            this.tally = tally;
        }

        @Override
        void writePresent(int level) throws IOException {
            sink.startObject();
            if (level < entryAt) {
                columns.skipAbsent(first, count, level);
            } else {
                MapEntries entries = new MapEntries(sink, tally);
                do {
                    keyText.begin();
                    key.write();
                    entries.add(keyText.end());
                    value.write();
                } while (columns.repeats(first, count, repetitionLevel));
                entries.end();
            }
            sink.endObject();
        }
    }
}
