package org.ocsf4j.parquet.internal.plain;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.List;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.ocsf4j.parquet.internal.json.JsonSink;
import org.ocsf4j.parquet.internal.json.LeafWriter;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.json.VariantWriter;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.ListShape;
import org.ocsf4j.parquet.internal.shape.MapShape;
import org.ocsf4j.parquet.internal.shape.Shape;
import org.ocsf4j.parquet.internal.shape.StructShape;
import org.ocsf4j.parquet.internal.shape.StructShape.Member;
import org.ocsf4j.parquet.internal.shape.VariantShape;

/** Makes a node for each shape and a converter for each column. */
final class NodeBuilder {

    private final Columns columns;
    private final Tally tally;
    private final int maxKeyBytes;
    private final PrimitiveConverter[] converters;

    /**
     * @param converters filled with one for each column
     */
    NodeBuilder(Columns columns, Tally tally, int maxKeyBytes, PrimitiveConverter[] converters) {
        this.columns = columns;
        this.tally = tally;
        this.maxKeyBytes = maxKeyBytes;
        this.converters = converters;
    }

    Node node(Shape shape, JsonSink sink) {
        if (shape instanceof Leaf leaf) {
            converters[leaf.column()] = new LeafWriter(leaf, sink, tally);
            return new Node.OfLeaf(leaf, columns, sink);
        }
        if (shape instanceof StructShape struct) {
            return struct(struct, struct.members(), sink);
        }
        if (shape instanceof ListShape list) {
            Node element = node(list.element(), sink);
            return new Node.OfList(list, columns, sink, list.elementAt(), list.repetitionLevel(), element);
        }
        if (shape instanceof MapShape map) {
            KeyText keyText = new KeyText(maxKeyBytes);
            Node key = node(map.key(), keyText.sink());
            Node value = node(map.value(), sink);
            return new Node.OfMap(map, columns, sink, map.entryAt(), map.repetitionLevel(), key, keyText, value, tally);
        }
        VariantShape variant = (VariantShape) shape;
        HeldBytes metadata = new HeldBytes();
        HeldBytes value = new HeldBytes();
        converters[variant.metadata().column()] = metadata;
        converters[variant.value().column()] = value;
        return new VariantNode(variant, columns, sink, metadata, value, new VariantWriter(tally));
    }

    private Node struct(Shape shape, List<Member> members, JsonSink sink) {
        SerializedString[] names = new SerializedString[members.size()];
        Node[] nodes = new Node[members.size()];
        for (int i = 0; i < nodes.length; i++) {
            names[i] = new SerializedString(members.get(i).name());
            nodes[i] = node(members.get(i).shape(), sink);
        }
        return new Node.OfStruct(shape, columns, sink, names, nodes);
    }
}
