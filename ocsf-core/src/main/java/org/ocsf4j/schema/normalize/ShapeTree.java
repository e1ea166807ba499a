package org.ocsf4j.schema.normalize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.json.MalformedJsonException;

/**
 * The shapes of one class's events, as a tree of what they have in common from their beginning on: a branch where their bytes
 * differ, and one where the kinds of a value do. Not thread-safe.
 */
final class ShapeTree {

    private final JsonScanner in = new JsonScanner();
    private final SlotReader slots = new SlotReader(in);
    private final SlotValues values = new SlotValues();
    private Node root = new Node(new byte[0]);

    /** Bytes, then one of: the end of an event, a value, a byte that tells which node is next. */
    private static final class Node {

        private byte[] literal;
        private @Nullable Splice splice;
        private @Nullable SlotPlace place;
        private @Nullable Node @Nullable [] byKind;
        private byte[] firsts = {};
        private Node[] byFirst = {};

        Node(byte[] literal) {
            this.literal = literal;
        }

        boolean isNew() {
            return splice == null && place == null && byFirst.length == 0;
        }

        @Nullable
        Node next(byte first) {
            for (int i = 0; i < firsts.length; i++) {
                if (firsts[i] == first) {
                    return byFirst[i];
                }
            }
            return null;
        }

        void branch(byte first, Node node) {
            firsts = Arrays.copyOf(firsts, firsts.length + 1);
            byFirst = Arrays.copyOf(byFirst, byFirst.length + 1);
            firsts[firsts.length - 1] = first;
            byFirst[byFirst.length - 1] = node;
        }

        /** Ends this node at {@code at}; what stood behind is a node of its own. */
        void split(int at) {
            Node rest = new Node(Arrays.copyOfRange(literal, at, literal.length));
            rest.splice = splice;
            rest.place = place;
            rest.byKind = byKind;
            rest.firsts = firsts;
            rest.byFirst = byFirst;
            literal = Arrays.copyOf(literal, at);
            splice = null;
            place = null;
            byKind = null;
            firsts = new byte[] {rest.literal[0]};
            byFirst = new Node[] {rest};
        }
    }

    /** What an event of a known shape becomes, with its slots in {@link #values()}; null where the shape is not known. */
    @Nullable
    Splice find(byte[] json, int offset, int length, byte[][] reserved) {
        slots.reset(json, offset, length);
        slots.reserve(reserved);
        values.reset(json);
        int end = offset + length;
        int position = offset;
        Node node = root;
        try {
            while (true) {
                byte[] literal = node.literal;
                int behind = position + literal.length;
                if (behind > end || !Arrays.equals(json, position, behind, literal, 0, literal.length)) {
                    return null;
                }
                position = behind;
                Node next;
                if (node.place != null) {
                    if (position == end || json[position] <= ' ') {
                        return null;
                    }
                    in.position(position);
                    SlotKind kind = slots.read(node.place);
                    next = kind == null || node.byKind == null ? null : node.byKind[kind.index()];
                    if (next == null || kind == null) {
                        return null;
                    }
                    if (kind.isSlot()) {
                        values.add(position, in.position(), slots.number());
                    }
                    position = in.position();
                } else if (position == end) {
                    return node.splice;
                } else {
                    next = node.next(json[position]);
                    if (next == null) {
                        return null;
                    }
                }
                node = next;
            }
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /** The slots of the event that was found last. */
    SlotValues values() {
        return values;
    }

    void clear() {
        root = new Node(new byte[0]);
    }

    /** Adds a shape; false where it does not go with the others. */
    boolean add(Shape shape, Splice splice) {
        Node node = root;
        for (int i = 0; i < shape.size(); i++) {
            Node at = behind(node, shape.literal(i));
            Shape.Value value = shape.value(i);
            if (at == null || !(at.isNew() || value.place() == at.place)) {
                return false;
            }
            if (at.byKind == null) {
                at.byKind = new Node[SlotKind.COUNT];
            }
            at.place = value.place();
            Node next = at.byKind[value.kind().index()];
            if (next == null) {
                next = new Node(new byte[0]);
                at.byKind[value.kind().index()] = next;
            }
            node = next;
        }
        Node last = behind(node, shape.literal(shape.size()));
        if (last == null || !last.isNew()) {
            return false;
        }
        last.splice = splice;
        return true;
    }

    /** The node whose literal ends where this one does, made where there is none; null where a value stands in the way. */
    private static @Nullable Node behind(Node from, byte[] literal) {
        Node node = from;
        int position = 0;
        if (node.isNew() && node.literal.length == 0) {
            node.literal = literal;
            return node;
        }
        while (true) {
            int common = common(node.literal, literal, position);
            position += common;
            if (common < node.literal.length) {
                node.split(common);
            }
            if (position == literal.length) {
                return node;
            }
            if (node.place != null || node.splice != null) {
                return null;
            }
            Node next = node.next(literal[position]);
            if (next == null) {
                next = new Node(Arrays.copyOfRange(literal, position, literal.length));
                node.branch(literal[position], next);
                return next;
            }
            node = next;
        }
    }

    private static int common(byte[] node, byte[] literal, int from) {
        int mismatch = Arrays.mismatch(node, 0, node.length, literal, from, literal.length);
        return mismatch < 0 ? node.length : mismatch;
    }
}
