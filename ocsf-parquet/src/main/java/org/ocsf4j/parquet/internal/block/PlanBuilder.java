package org.ocsf4j.parquet.internal.block;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.FlatColumn;
import org.ocsf4j.parquet.internal.column.NestedColumn;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.column.ValueText;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.page.MemoryBudget;
import org.ocsf4j.parquet.internal.shape.EventColumns;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.LeafKind;
import org.ocsf4j.parquet.internal.shape.ListShape;
import org.ocsf4j.parquet.internal.shape.MapShape;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.Shape;
import org.ocsf4j.parquet.internal.shape.StructShape;
import org.ocsf4j.parquet.internal.shape.VariantShape;

/** Makes a node for each shape and a reader for each column. */
final class PlanBuilder {

    private static final byte[] NOTHING = {};
    private static final byte[] COMMA = {','};

    private final RowShape row;
    private final StructShape written;
    private final EventColumns tapped;
    private boolean writeNulls;
    private final int maxDocumentBytes;
    private final MemoryBudget budget;

    /** By column: the reader of what is written of it; null where nothing is. */
    private final @Nullable ColumnReader[] columns;

    /** By column: a second reader, of values as they are, where a rule replaces what is written. */
    private final Map<Integer, ColumnReader> originals = new HashMap<>();

    private final List<ColumnReader> readers = new ArrayList<>();
    private final List<MapKeys> keys = new ArrayList<>();
    private final Tally variants = new Tally();

    /**
     * @param row what the file has
     * @param written what is written of it; its columns are those of {@code row}
     */
    PlanBuilder(
            RowShape row,
            StructShape written,
            EventColumns tapped,
            boolean writeNulls,
            int maxDocumentBytes,
            MemoryBudget budget) {
        this.budget = budget;
        this.row = row;
        this.written = written;
        this.tapped = tapped;
        this.writeNulls = writeNulls;
        this.maxDocumentBytes = maxDocumentBytes;
        this.columns = new ColumnReader[row.leaves().size()];
    }

    /** Every reader made so far, in the order in which they were made. */
    List<ColumnReader> readers() {
        return readers;
    }

    /** The keys of every map. */
    List<MapKeys> keys() {
        return keys;
    }

    /** What had to be altered in variants. */
    Tally variants() {
        return variants;
    }

    /** A reader of a column's values as they are; after {@link #build}. */
    ColumnReader original(Leaf leaf) {
        ColumnReader reader = columns[leaf.column()];
        return reader != null && reader.leaf().rule() == null
                ? reader
                : originals.computeIfAbsent(
                        leaf.column(),
                        column ->
                                reader(COMMA, leaf, Node.NEVER, enclosing(row.root(), leaf), false, Integer.MAX_VALUE));
    }

    /** The lists that a column is in. */
    private static Enclosing enclosing(Shape root, Leaf leaf) {
        Enclosing lists = Enclosing.NONE;
        Shape shape = root;
        while (shape != null && !(shape instanceof Leaf) && !(shape instanceof VariantShape)) {
            if (shape instanceof ListShape list) {
                lists = lists.with(list.repetitionLevel(), list.elementAt());
                shape = list.element();
            } else if (shape instanceof MapShape map) {
                lists = lists.with(map.repetitionLevel(), map.entryAt());
                shape = holds(map.key(), leaf) ? map.key() : map.value();
            } else {
                shape = memberWith((StructShape) shape, leaf);
            }
        }
        return lists;
    }

    private static @Nullable Shape memberWith(StructShape struct, Leaf leaf) {
        for (StructShape.Member member : struct.members()) {
            if (holds(member.shape(), leaf)) {
                return member.shape();
            }
        }
        return null;
    }

    private static boolean holds(Shape shape, Leaf leaf) {
        int column = leaf.column() - shape.firstColumn();
        return column >= 0 && column < shape.columnCount();
    }

    /** The lists that a shape is in. */
    private static final class Enclosing {

        static final Enclosing NONE = new Enclosing(new byte[1]);

        /** For each repetition level the definition level from which its list has an element. */
        private final byte[] elementsAt;

        private final int repetitionLevel;
        private final int elementAt;

        private Enclosing(byte[] elementsAt) {
            this.elementsAt = elementsAt;
            this.repetitionLevel = elementsAt.length - 1;
            this.elementAt = elementsAt[repetitionLevel];
        }

        Enclosing with(int level, int at) {
            byte[] inside = Arrays.copyOf(elementsAt, level + 1);
            inside[level] = (byte) at;
            return new Enclosing(inside);
        }
    }

    StructNode build() {
        return struct(NOTHING, written, Node.NEVER, Enclosing.NONE);
    }

    private Node node(byte[] prefix, Shape shape, int nullFrom, Enclosing lists) {
        if (shape instanceof Leaf leaf) {
            return leaf(prefix, leaf, nullFrom, lists, false, maxDocumentBytes + 1);
        }
        if (shape instanceof StructShape struct) {
            return struct(prefix, struct, nullFrom, lists);
        }
        if (shape instanceof ListShape list) {
            Enclosing inside = lists.with(list.repetitionLevel(), list.elementAt());
            Node element = node(COMMA, list.element(), list.elementAt(), inside);
            return list(prefix, list, nullFrom, lists, inside, new Node[] {element}, null);
        }
        if (shape instanceof MapShape map) {
            return map(prefix, map, nullFrom, lists, lists.with(map.repetitionLevel(), map.entryAt()));
        }
        VariantShape variant = (VariantShape) shape;
        LeafNode metadata = leaf(NOTHING, variant.metadata(), Node.NEVER, lists, false, Integer.MAX_VALUE);
        LeafNode value = leaf(NOTHING, variant.value(), Node.NEVER, lists, false, Integer.MAX_VALUE);
        return new VariantNode(prefix, variant.definedAt(), nullFrom, metadata, value, variants, maxDocumentBytes);
    }

    private ListNode map(byte[] prefix, MapShape map, int nullFrom, Enclosing lists, Enclosing inside) {
        Node key;
        MapKeys mapKeys;
        if (map.key() instanceof Leaf leaf && isPlainKey(leaf, map)) {
            LeafNode column = leaf(COMMA, leaf, map.entryAt(), inside, true, maxDocumentBytes + 1);
            key = column;
            mapKeys = new ColumnKeys(column.column());
        } else {
            KeyNode computed = key(map, inside);
            key = computed;
            mapKeys = new ComputedKeys(computed, maxDocumentBytes);
        }
        Node value = node(NOTHING, map.value(), map.entryAt(), inside);
        keys.add(mapKeys);
        return list(prefix, map, nullFrom, lists, inside, new Node[] {key, value}, mapKeys);
    }

    /** Whether the values as they are spelt are names: there in every entry, and strings only where the column is of strings. */
    private static boolean isPlainKey(Leaf key, MapShape map) {
        return key.definedAt() == map.entryAt() && key.kind() != LeafKind.EMBEDDED_JSON;
    }

    /** A key says its nulls, whatever the document does. */
    private KeyNode key(MapShape map, Enclosing inside) {
        boolean documentWritesNulls = writeNulls;
        int before = keys.size();
        writeNulls = true;
        Node key = node(NOTHING, map.key(), map.entryAt(), inside);
        writeNulls = documentWritesNulls;
        return new KeyNode(key, keys.subList(before, keys.size()), maxDocumentBytes);
    }

    private ListNode list(
            byte[] prefix,
            Shape shape,
            int nullFrom,
            Enclosing outside,
            Enclosing inside,
            Node[] parts,
            @Nullable MapKeys mapKeys) {
        List<NestedColumn> below = new ArrayList<>();
        for (int i = shape.firstColumn(); i < shape.firstColumn() + shape.columnCount(); i++) {
            if (columns[i] instanceof NestedColumn column) {
                below.add(column);
            }
        }
        return new ListNode(
                prefix,
                shape.definedAt(),
                nullFrom,
                below.toArray(NestedColumn[]::new),
                inside.repetitionLevel,
                inside.elementAt,
                outside.repetitionLevel,
                outside.elementAt,
                parts,
                mapKeys);
    }

    private StructNode struct(byte[] prefix, StructShape shape, int nullFrom, Enclosing lists) {
        List<StructShape.Member> members = shape.members();
        Node[] nodes = new Node[members.size()];
        int memberNullFrom = writeNulls ? shape.definedAt() : Node.NEVER;
        for (int i = 0; i < nodes.length; i++) {
            StructShape.Member member = members.get(i);
            nodes[i] = node(prefixOf(member.name()), member.shape(), memberNullFrom, lists);
        }
        return new StructNode(prefix, shape.definedAt(), nullFrom, nodes, constants(shape));
    }

    /** {@code ,"name":value} of each. */
    private static byte[] constants(StructShape shape) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (StructShape.Constant constant : shape.constants()) {
            text.writeBytes(prefixOf(constant.name()));
            text.writeBytes(constant.json().getBytes(StandardCharsets.UTF_8));
        }
        return text.toByteArray();
    }

    private LeafNode leaf(byte[] prefix, Leaf leaf, int nullFrom, Enclosing lists, boolean key, int maxLength) {
        ColumnReader reader = reader(prefix, leaf, nullFrom, lists, key, maxLength);
        columns[leaf.column()] = reader;
        return new LeafNode(prefix, nullFrom, reader);
    }

    private ColumnReader reader(byte[] prefix, Leaf leaf, int nullFrom, Enclosing lists, boolean key, int maxLength) {
        boolean watched = isColumnOf(tapped.classUid(), leaf) || isColumnOf(tapped.time(), leaf);
        TextColumn text = new TextColumn(
                leaf, new ValueText(leaf, prefix, key, nullFrom != Node.NEVER), watched, key, maxLength, budget);
        ColumnReader reader = lists.repetitionLevel == 0
                ? new FlatColumn(leaf, text, nullFrom)
                : new NestedColumn(leaf, text, nullFrom, lists.elementsAt, maxDocumentBytes);
        readers.add(reader);
        return reader;
    }

    private static boolean isColumnOf(@Nullable Leaf told, Leaf leaf) {
        return told != null && told.column() == leaf.column();
    }

    /** {@code ,"name":}, in UTF-8 and escaped. */
    private static byte[] prefixOf(String name) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(name));
        String wellFormed = new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return (",\"" + wellFormed + "\":").getBytes(StandardCharsets.UTF_8);
    }
}
