package org.ocsf4j.parquet.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.shape.MemberNames;

/**
 * Turns the footer's flat list of {@code SchemaElement} into a tree. An annotation that does not fit its type is dropped; a
 * name that a group has twice is made unique.
 */
final class SchemaParser {

    private static final PrimitiveTypeName[] TYPES = {
        PrimitiveTypeName.BOOLEAN,
        PrimitiveTypeName.INT32,
        PrimitiveTypeName.INT64,
        PrimitiveTypeName.INT96,
        PrimitiveTypeName.FLOAT,
        PrimitiveTypeName.DOUBLE,
        PrimitiveTypeName.BINARY,
        PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
    };
    private static final Repetition[] REPETITIONS = {Repetition.REQUIRED, Repetition.OPTIONAL, Repetition.REPEATED};
    private static final int MAX_LEAVES = 1 << 14;

    private final ThriftReader thrift;
    private final int maxDepth;
    private final List<List<String>> leafPaths = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int elementsLeft;

    SchemaParser(ThriftReader thrift, int maxDepth) {
        this.thrift = thrift;
        this.maxDepth = maxDepth;
    }

    /** The number that thrift gives to a physical type. */
    static int thriftType(PrimitiveTypeName type) {
        for (int i = 0; i < TYPES.length; i++) {
            if (TYPES[i] == type) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such physical type; " + type);
    }

    /** The path of each leaf as the file has it, in the schema's order; the schema itself has unique names. */
    List<List<String>> leafPaths() {
        return leafPaths;
    }

    MessageType parse() {
        elementsLeft = thrift.listSize();
        thrift.expectElements(ThriftReader.STRUCT);
        if (elementsLeft == 0) {
            throw new MalformedException("the schema is empty");
        }
        if (elementsLeft > 2 * MAX_LEAVES) {
            throw new MalformedException("the schema has too many elements; " + elementsLeft);
        }
        elementsLeft--;
        Element root = element();
        List<Type> fields = children(root, 0);
        if (elementsLeft != 0) {
            throw new MalformedException("schema elements are left over; " + elementsLeft);
        }
        return new MessageType(root.name, fields);
    }

    private List<Type> children(Element parent, int depth) {
        if (depth >= maxDepth) {
            throw new MalformedException("the schema is nested too deeply; limit " + maxDepth);
        }
        if (parent.children < 0 || parent.children > elementsLeft) {
            throw new MalformedException(
                    "group " + parent.name + " has an impossible number of children; " + parent.children);
        }
        MemberNames names = new MemberNames();
        List<Type> types = new ArrayList<>(parent.children);
        for (int i = 0; i < parent.children; i++) {
            if (elementsLeft-- <= 0) {
                throw new MalformedException("the schema ends inside group " + parent.name);
            }
            Element element = element();
            path.add(element.name);
            element.name = names.unique(element.name);
            Type type = type(element, depth + 1);
            types.add(element.fieldId < 0 ? type : type.withId(element.fieldId));
            path.remove(path.size() - 1);
        }
        return types;
    }

    private Type type(Element element, int depth) {
        if (element.repetition < 0 || element.repetition >= REPETITIONS.length) {
            throw new MalformedException("field " + element.name + " has no repetition; " + element.repetition);
        }
        Repetition repetition = REPETITIONS[element.repetition];
        if (element.type >= 0 && element.children > 0) {
            throw new MalformedException("field " + element.name + " has both a type and children");
        }
        if (element.type < 0) {
            List<Type> fields = children(element, depth);
            try {
                return Types.buildGroup(repetition)
                        .as(element.annotation())
                        .addFields(fields.toArray(Type[]::new))
                        .named(element.name);
            } catch (RuntimeException unfit) {
                return new GroupType(repetition, element.name, fields);
            }
        }
        if (element.type >= TYPES.length) {
            throw new MalformedException("field " + element.name + " has an unknown type; " + element.type);
        }
        leafPaths.add(List.copyOf(path));
        PrimitiveTypeName type = TYPES[element.type];
        int length = type == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY ? element.typeLength : 0;
        if (length < 0) {
            throw new MalformedException("field " + element.name + " has an impossible length; " + length);
        }
        try {
            return Types.primitive(type, repetition)
                    .length(length)
                    .as(element.annotation())
                    .named(element.name);
        } catch (RuntimeException unfit) {
            return new PrimitiveType(repetition, type, length, element.name);
        }
    }

    private Element element() {
        Element element = new Element();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> element.type = thrift.i32();
                case 2 -> element.typeLength = thrift.i32();
                case 3 -> element.repetition = thrift.i32();
                case 4 -> element.name = thrift.string();
                case 5 -> element.children = thrift.i32();
                case 6 -> element.convertedType = thrift.i32();
                case 7 -> element.scale = thrift.i32();
                case 8 -> element.precision = thrift.i32();
                case 9 -> element.fieldId = thrift.i32();
                case 10 -> {
                    thrift.expectStruct();
                    element.logicalType = LogicalTypeParser.parse(thrift);
                }
                default -> thrift.skip();
            }
        }
        return element;
    }

    /** One {@code SchemaElement}; numbers that are absent are negative. */
    private static final class Element {
        String name = "";
        int type = -1;
        int typeLength = -1;
        int repetition = -1;
        int children;
        int convertedType = -1;
        int scale;
        int precision;
        int fieldId = -1;

        @Nullable
        LogicalTypeAnnotation logicalType;

        @Nullable
        LogicalTypeAnnotation annotation() {
            return logicalType != null
                    ? logicalType
                    : LogicalTypeParser.ofConvertedType(convertedType, scale, precision);
        }
    }
}
