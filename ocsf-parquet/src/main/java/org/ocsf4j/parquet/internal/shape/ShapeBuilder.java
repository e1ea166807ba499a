package org.ocsf4j.parquet.internal.shape;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.VariantLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;

/**
 * Walks a schema depth first, in column order, and decides what each type is. The rules for lists and maps are those of the
 * format's LogicalTypes document, its backward-compatibility sections included. An annotation on a group that does not have
 * the layout it prescribes is passed over: the group is then an object.
 */
final class ShapeBuilder {

    private final ShapeRules rules;
    private final ParquetPlace file;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    ShapeBuilder(ShapeRules rules, ParquetPlace file) {
        this.rules = rules;
        this.file = file;
    }

    RowShape build(MessageType schema) {
        StructShape root = struct(schema, new Levels(0, 0, 1));
        return new RowShape(root, leaves);
    }

    /**
     * The levels inside a type once it is there.
     *
     * @param depth how many objects and arrays are open around it
     */
    private record Levels(int definition, int repetition, int depth) {

        Levels inside(Type type) {
            return switch (type.getRepetition()) {
                case REQUIRED -> this;
                case OPTIONAL -> new Levels(definition + 1, repetition, depth);
                case REPEATED -> new Levels(definition + 1, repetition + 1, depth);
            };
        }

        Levels deeper() {
            return new Levels(definition, repetition, depth + 1);
        }
    }

    // Every method below answers null for a type without any column: nothing in the file says whether it is there.

    /** A field as what holds it sees it: a repeated one is a list, never null. */
    private @Nullable Shape field(Type type, String member, Levels outside) {
        if (!type.isRepetition(Repetition.REPEATED)) {
            return value(type, member, outside.inside(type));
        }
        requireRoom(outside);
        return list(type, member, outside.definition, outside.deeper().inside(type));
    }

    private @Nullable ListShape list(Type repeated, String member, int definedAt, Levels inside) {
        Shape element = value(repeated, member, inside);
        return element == null ? null : new ListShape(definedAt, inside.definition, inside.repetition, element);
    }

    /** A type taken as one value, whatever its own repetition. */
    private @Nullable Shape value(Type type, String member, Levels levels) {
        path.add(type.getName());
        try {
            return type.isPrimitive() ? leaf(type, member, levels) : group(type.asGroupType(), member, levels);
        } finally {
            path.remove(path.size() - 1);
        }
    }

    private @Nullable Shape group(GroupType group, String member, Levels levels) {
        requireRoom(levels);
        LogicalTypeAnnotation annotation = group.getLogicalTypeAnnotation();
        if (annotation instanceof ListLogicalTypeAnnotation && hasOneRepeatedField(group)) {
            return annotatedList(group, member, levels.deeper());
        }
        boolean map = annotation instanceof MapLogicalTypeAnnotation || annotation instanceof MapKeyValueTypeAnnotation;
        if (map && hasOneRepeatedField(group) && !group.getType(0).isPrimitive()) {
            return annotatedMap(group, member, levels.deeper());
        }
        if (annotation instanceof VariantLogicalTypeAnnotation && isUnshredded(group)) {
            return variant(group, levels);
        }
        StructShape struct = struct(group, levels.deeper());
        return struct.columnCount() == 0 ? null : struct;
    }

    private StructShape struct(GroupType group, Levels levels) {
        int firstColumn = leaves.size();
        MemberNames names = new MemberNames();
        List<StructShape.Member> members = new ArrayList<>(group.getFieldCount());
        for (Type type : group.getFields()) {
            Shape shape = field(type, type.getName(), levels);
            if (shape != null) {
                members.add(new StructShape.Member(names.unique(type.getName()), shape));
            }
        }
        return new StructShape(levels.definition, firstColumn, leaves.size() - firstColumn, members);
    }

    /** LIST: three levels, or two where the repeated field is itself the element. */
    private @Nullable ListShape annotatedList(GroupType list, String member, Levels levels) {
        Type repeated = list.getType(0);
        Levels inside = levels.inside(repeated);
        if (isElement(repeated, list.getName())) {
            return list(repeated, member, levels.definition, inside);
        }
        path.add(repeated.getName());
        Type only = repeated.asGroupType().getType(0);
        Shape element = value(only, member, inside.inside(only));
        path.remove(path.size() - 1);
        return element == null ? null : new ListShape(levels.definition, inside.definition, inside.repetition, element);
    }

    /** Rules 1 to 4 of the compatibility section. */
    private static boolean isElement(Type repeated, String listName) {
        if (repeated.isPrimitive()) {
            return true;
        }
        GroupType group = repeated.asGroupType();
        return group.getFieldCount() != 1
                || group.getType(0).isRepetition(Repetition.REPEATED)
                || group.getLogicalTypeAnnotation() instanceof VariantLogicalTypeAnnotation
                || group.getName().equals("array")
                || group.getName().equals(listName + "_tuple");
    }

    /** MAP: entries of a key and a value, or of a key alone; anything else is a list of objects. */
    private @Nullable Shape annotatedMap(GroupType map, String member, Levels levels) {
        GroupType entry = map.getType(0).asGroupType();
        Levels inside = levels.inside(entry);
        if (entry.getFieldCount() < 1 || entry.getFieldCount() > 2) {
            return list(entry, member, levels.definition, inside);
        }
        path.add(entry.getName());
        Shape key = field(entry.getType(0), member, inside);
        Shape value = entry.getFieldCount() == 2 ? field(entry.getType(1), member, inside) : null;
        path.remove(path.size() - 1);
        if (key != null && value != null) {
            return new MapShape(levels.definition, inside.definition, inside.repetition, key, value);
        }
        Shape only = key == null ? value : key;
        return only == null ? null : new ListShape(levels.definition, inside.definition, inside.repetition, only);
    }

    private Shape variant(GroupType group, Levels levels) {
        Leaf[] parts = new Leaf[2];
        for (Type type : group.getFields()) {
            path.add(type.getName());
            Levels inside = levels.inside(type);
            boolean isValue = type.getName().equals("value");
            parts[isValue ? 1 : 0] =
                    add(new Leaf(leaves.size(), descriptor(type, inside), LeafKind.VARIANT_PART, 0, false));
            path.remove(path.size() - 1);
        }
        return new VariantShape(levels.definition, parts[0], parts[1]);
    }

    private static boolean isUnshredded(GroupType group) {
        return group.getFieldCount() == 2 && isBinary(group, "metadata") && isBinary(group, "value");
    }

    private static boolean isBinary(GroupType group, String name) {
        return group.containsField(name)
                && group.getType(name).isPrimitive()
                && !group.getType(name).isRepetition(Repetition.REPEATED)
                && group.getType(name).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    /** To be called before an object or array is opened. */
    private void requireRoom(Levels outside) {
        if (outside.depth >= rules.maxNesting()) {
            throw new ParquetFormatException(
                    place(), "the schema nests too deeply; limit " + rules.maxNesting() + "; raise maxNesting");
        }
    }

    private static boolean hasOneRepeatedField(GroupType group) {
        return group.getFieldCount() == 1 && group.getType(0).isRepetition(Repetition.REPEATED);
    }

    private Leaf leaf(Type type, String member, Levels levels) {
        ColumnDescriptor descriptor = descriptor(type, levels);
        return add(new LeafRules(rules, place()).leaf(leaves.size(), descriptor, member));
    }

    private Leaf add(Leaf leaf) {
        leaves.add(leaf);
        return leaf;
    }

    private ColumnDescriptor descriptor(Type type, Levels levels) {
        return new ColumnDescriptor(
                path.toArray(String[]::new), type.asPrimitiveType(), levels.repetition, levels.definition);
    }

    private ParquetPlace place() {
        return file.withColumn(String.join(".", path));
    }
}
