package org.ocsf4j.testkit.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** A string, number, boolean or decimal. */
final class ScalarColumn extends Column {

    private final PrimitiveTypeName type;
    private final @Nullable DecimalLogicalTypeAnnotation decimal;
    private boolean present;
    private long number;
    private float real;
    private @Nullable String text;
    private Binary binary = Binary.EMPTY;

    ScalarColumn(PrimitiveType field, @Nullable GroupType writtenParent) {
        super(field, writtenParent);
        this.type = field.getPrimitiveTypeName();
        this.decimal =
                field.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation annotation ? annotation : null;
    }

    @SuppressWarnings("ReferenceEquality") // most values are the same constant as in the row before: encode it once
    void set(String value) {
        require(type == PrimitiveTypeName.BINARY && decimal == null, value);
        if (text != value) {
            text = value;
            binary = Binary.fromString(value);
        }
        present = true;
    }

    void set(long value) {
        require(type != PrimitiveTypeName.BINARY && type != PrimitiveTypeName.FLOAT, value);
        number = value;
        present = true;
    }

    void set(double value) {
        if (decimal == null) {
            require(type == PrimitiveTypeName.FLOAT, value);
            real = (float) value;
        } else {
            BigDecimal scaled = BigDecimal.valueOf(value).setScale(decimal.getScale(), RoundingMode.HALF_UP);
            require(scaled.precision() <= decimal.getPrecision(), value);
            binary = Binary.fromConstantByteArray(scaled.unscaledValue().toByteArray());
        }
        present = true;
    }

    private void require(boolean fits, Object value) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "[" + name() + "] value does not fit the column's type; " + value + "; the type is " + type);
        }
    }

    @Override
    boolean isPresent() {
        return present;
    }

    @Override
    void clear() {
        present = false;
    }

    @Override
    void writeValue(RecordConsumer out) {
        if (!present) {
            throw new IllegalStateException(
                    "[" + name() + "] required column has no value; set it in the source's rows");
        }
        switch (type) {
            case BINARY -> out.addBinary(binary);
            case INT32 -> out.addInteger(Math.toIntExact(number));
            case INT64 -> out.addLong(number);
            case BOOLEAN -> out.addBoolean(number != 0);
            case FLOAT -> out.addFloat(real);
            default -> throw new IllegalStateException("[" + name() + "] type is not written; " + type);
        }
    }
}
