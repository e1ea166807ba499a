package org.ocsf4j.parquet.internal.shape;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;

/** Decides how the values of a column are spelt, from its physical type, its annotation and its member's name. */
final class LeafRules {

    /** A decimal of this many digits still prints at once; real ones have up to 76. */
    private static final int MAX_PRECISION = 1000;

    private static final int UUID_BYTES = 16;
    private static final int FLOAT16_BYTES = 2;

    private final ShapeRules rules;
    private final ParquetPlace place;

    LeafRules(ShapeRules rules, ParquetPlace place) {
        this.rules = rules;
        this.place = place;
    }

    Leaf leaf(int column, ColumnDescriptor descriptor, String member) {
        PrimitiveType type = descriptor.getPrimitiveType();
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return decimal(column, descriptor, decimal);
        }
        boolean utc = !(annotation instanceof TimestampLogicalTypeAnnotation timestamp) || timestamp.isAdjustedToUTC();
        return new Leaf(column, descriptor, kind(type, annotation, member), 0, utc);
    }

    private Leaf decimal(int column, ColumnDescriptor descriptor, DecimalLogicalTypeAnnotation decimal) {
        if (decimal.getPrecision() > MAX_PRECISION || decimal.getScale() > decimal.getPrecision()) {
            throw new ParquetFormatException(
                    place, "the decimal has too many digits; " + decimal + ", limit " + MAX_PRECISION);
        }
        LeafKind kind =
                switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
                    case INT32 -> LeafKind.DECIMAL_INT32;
                    case INT64 -> LeafKind.DECIMAL_INT64;
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> LeafKind.DECIMAL_BYTES;
                    default -> throw cannotBear(descriptor.getPrimitiveType());
                };
        return new Leaf(column, descriptor, kind, decimal.getScale(), false);
    }

    private LeafKind kind(PrimitiveType type, LogicalTypeAnnotation annotation, String member) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> LeafKind.BOOLEAN;
            case FLOAT -> LeafKind.FLOAT;
            case DOUBLE -> LeafKind.DOUBLE;
            case INT96 -> isEpochMillis(member) ? LeafKind.INT96_AS_NUMBER : LeafKind.INT96_AS_TEXT;
            case INT32 -> int32(type, annotation);
            case INT64 -> int64(type, annotation, member);
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(type, annotation);
        };
    }

    private LeafKind int32(PrimitiveType type, LogicalTypeAnnotation annotation) {
        if (annotation instanceof IntLogicalTypeAnnotation integer) {
            return integer.isSigned() ? LeafKind.INT32 : LeafKind.UINT32;
        }
        if (annotation instanceof DateLogicalTypeAnnotation) {
            return LeafKind.DATE;
        }
        if (annotation instanceof TimeLogicalTypeAnnotation) {
            return LeafKind.TIME_MILLIS;
        }
        if (annotation instanceof TimestampLogicalTypeAnnotation) {
            throw cannotBear(type);
        }
        return LeafKind.INT32;
    }

    private LeafKind int64(PrimitiveType type, LogicalTypeAnnotation annotation, String member) {
        if (annotation instanceof IntLogicalTypeAnnotation integer) {
            return integer.isSigned() ? LeafKind.INT64 : LeafKind.UINT64;
        }
        if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
            boolean number = isEpochMillis(member);
            return switch (timestamp.getUnit()) {
                case MILLIS -> number ? LeafKind.MILLIS_AS_NUMBER : LeafKind.MILLIS_AS_TEXT;
                case MICROS -> number ? LeafKind.MICROS_AS_NUMBER : LeafKind.MICROS_AS_TEXT;
                case NANOS -> number ? LeafKind.NANOS_AS_NUMBER : LeafKind.NANOS_AS_TEXT;
            };
        }
        if (annotation instanceof TimeLogicalTypeAnnotation time) {
            return switch (time.getUnit()) {
                case MICROS -> LeafKind.TIME_MICROS;
                case NANOS -> LeafKind.TIME_NANOS;
                case MILLIS -> throw cannotBear(type);
            };
        }
        return LeafKind.INT64;
    }

    private LeafKind bytes(PrimitiveType type, LogicalTypeAnnotation annotation) {
        if (annotation == null || annotation instanceof UnknownLogicalTypeAnnotation) {
            return LeafKind.TEXT_OR_BASE64;
        }
        if (annotation instanceof StringLogicalTypeAnnotation || annotation instanceof EnumLogicalTypeAnnotation) {
            return LeafKind.STRING;
        }
        if (annotation instanceof JsonLogicalTypeAnnotation) {
            return rules.embedJson() ? LeafKind.EMBEDDED_JSON : LeafKind.STRING;
        }
        if (annotation instanceof UUIDLogicalTypeAnnotation) {
            return fixed(type, UUID_BYTES, LeafKind.UUID);
        }
        if (annotation instanceof Float16LogicalTypeAnnotation) {
            return fixed(type, FLOAT16_BYTES, LeafKind.FLOAT16);
        }
        return LeafKind.BASE64;
    }

    private LeafKind fixed(PrimitiveType type, int length, LeafKind kind) {
        if (type.getPrimitiveTypeName() != PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY || type.getTypeLength() != length) {
            throw cannotBear(type);
        }
        return kind;
    }

    private boolean isEpochMillis(String member) {
        return switch (rules.timestamps()) {
            case BY_NAME -> member.equals("time") || member.endsWith("_time");
            case ALWAYS_EPOCH_MILLIS -> true;
            case ALWAYS_RFC3339 -> false;
        };
    }

    private ParquetFormatException cannotBear(PrimitiveType type) {
        return new ParquetFormatException(place, "the annotation does not go with the physical type; " + type);
    }
}
