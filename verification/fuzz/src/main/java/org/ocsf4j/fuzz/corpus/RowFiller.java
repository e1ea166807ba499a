package org.ocsf4j.fuzz.corpus;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.VariantLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.Dice;

/** Fills rows of any schema with values that are often the same, often null, and now and then odd. */
final class RowFiller {

    private static final String[] WORDS = {
        "",
        "a",
        "api",
        "Zürich",
        "quote \" and \\",
        "line\nfeed",
        "user-0001",
        "10.0.0.7",
        "arn:aws:iam::111122223333:role/x"
    };
    private static final String[] JSON = {"{}", "[1,2,{\"a\":null}]", "{\"k\":\"v\"}", "not json", "12.50", "true"};

    /** An object of a and bc: a short string, and an array of a number and null. */
    private static final byte[] VARIANT_OBJECT = {
        0x02, 2, 0, 1, 0, 3, 12, 0x05, 'x', 0x00, 0x03, 2, 0, 2, 3, 0x0C, (byte) 0xFF, 0x00, 0x00
    };

    private static final byte[] VARIANT_NAMES = {0x01, 2, 0, 1, 3, 'a', 'b', 'c'};
    private static final byte[] VARIANT_DECIMAL = {0x20, 1, (byte) 0x85, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    private final MessageType schema;
    private final Dice dice;

    RowFiller(MessageType schema, Dice dice) {
        this.schema = schema;
        this.dice = dice;
    }

    Group row() {
        Group row = new SimpleGroup(schema);
        fill(row, schema);
        return row;
    }

    private void fill(Group group, GroupType type) {
        if (type.getLogicalTypeAnnotation() instanceof VariantLogicalTypeAnnotation) {
            group.append("metadata", Binary.fromConstantByteArray(VARIANT_NAMES))
                    .append("value", Binary.fromConstantByteArray(dice.coin() ? VARIANT_OBJECT : VARIANT_DECIMAL));
            return;
        }
        for (int field = 0; field < type.getFieldCount(); field++) {
            Type member = type.getType(field);
            for (int times = occurrences(member.getRepetition()); times > 0; times--) {
                if (member.isPrimitive()) {
                    add(group, field, member.asPrimitiveType());
                } else {
                    fill(group.addGroup(field), member.asGroupType());
                }
            }
        }
    }

    private int occurrences(Repetition repetition) {
        return switch (repetition) {
            case REQUIRED -> 1;
            case OPTIONAL -> dice.onceIn(5) ? 0 : 1;
            case REPEATED -> dice.below(4);
        };
    }

    private void add(Group group, int field, PrimitiveType type) {
        switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> group.add(field, dice.coin());
            case INT32 -> group.add(field, (int) number());
            case INT64 -> group.add(field, number());
            case FLOAT -> group.add(field, dice.onceIn(20) ? Float.NaN : dice.below(1_000) / 8f);
            case DOUBLE -> group.add(field, dice.onceIn(20) ? Double.NEGATIVE_INFINITY : dice.below(1_000) / 3.0);
            case INT96 -> group.add(field, Binary.fromConstantByteArray(dice.bytes(12)));
            case FIXED_LEN_BYTE_ARRAY ->
                group.add(field, Binary.fromConstantByteArray(dice.bytes(type.getTypeLength())));
            case BINARY -> group.add(field, Binary.fromConstantByteArray(binary(type.getLogicalTypeAnnotation())));
        }
    }

    private long number() {
        return dice.onceIn(10) ? dice.any() : dice.below(100);
    }

    private byte[] binary(@Nullable LogicalTypeAnnotation annotation) {
        if (annotation instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation) {
            return dice.bytes(dice.between(1, 12));
        }
        String[] words = annotation instanceof JsonLogicalTypeAnnotation ? JSON : WORDS;
        String text = dice.onceIn(6) ? "unique " + dice.below(1_000_000) : dice.pick(words);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
