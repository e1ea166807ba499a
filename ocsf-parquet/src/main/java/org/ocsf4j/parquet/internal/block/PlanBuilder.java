package org.ocsf4j.parquet.internal.block;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final EventColumns tapped;
    private boolean writeNulls;
    private final int maxDocumentBytes;
    private final MemoryBudget budget;
    final ColumnReader[] columns;
    final List<MapKeys> keys = new ArrayList<>();
    final Tally variants = new Tally();

    PlanBuilder(RowShape row, EventColumns tapped, boolean writeNulls, int maxDocumentBytes, MemoryBudget budget) {
        this.budget = budget;
        this.row = row;
        this.tapped = tapped;
        this.writeNulls = writeNulls;
        this.maxDocumentBytes = maxDocumentBytes;
        this.columns = new ColumnReader[row.leaves().size()];
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
        return struct(NOTHING, row.root(), Node.NEVER, Enclosing.NONE);
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
        NestedColumn[] below = new NestedColumn[shape.columnCount()];
        for (int i = 0; i < below.length; i++) {
            below[i] = (NestedColumn) columns[shape.firstColumn() + i];
        }
        return new ListNode(
                prefix,
                shape.definedAt(),
                nullFrom,
                below,
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
        return new StructNode(prefix, shape.definedAt(), nullFrom, nodes);
    }

    private LeafNode leaf(byte[] prefix, Leaf leaf, int nullFrom, Enclosing lists, boolean key, int maxLength) {
        boolean watched = leaf.equals(tapped.classUid()) || leaf.equals(tapped.time());
        TextColumn text = new TextColumn(
                leaf, new ValueText(leaf, prefix, key, nullFrom != Node.NEVER), watched, key, maxLength, budget);
        ColumnReader reader = lists.repetitionLevel == 0
                ? new FlatColumn(leaf, text, nullFrom)
                : new NestedColumn(leaf, text, nullFrom, lists.elementsAt, maxDocumentBytes);
        columns[leaf.column()] = reader;
        return new LeafNode(prefix, nullFrom, reader);
    }

    /** {@code ,"name":}, in UTF-8 and escaped. */
    private static byte[] prefixOf(String name) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(name));
        String wellFormed = new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return (",\"" + wellFormed + "\":").getBytes(StandardCharsets.UTF_8);
    }
}
