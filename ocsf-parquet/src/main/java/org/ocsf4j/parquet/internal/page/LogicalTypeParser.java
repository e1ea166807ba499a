package org.ocsf4j.parquet.internal.page;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.OriginalType;
import org.jspecify.annotations.Nullable;

/** Reads the union {@code LogicalType}, and its forerunner {@code ConvertedType}. */
final class LogicalTypeParser {

    /** By number in thrift. */
    private static final OriginalType[] CONVERTED_TYPES = {
        OriginalType.UTF8,
        OriginalType.MAP,
        OriginalType.MAP_KEY_VALUE,
        OriginalType.LIST,
        OriginalType.ENUM,
        OriginalType.DECIMAL,
        OriginalType.DATE,
        OriginalType.TIME_MILLIS,
        OriginalType.TIME_MICROS,
        OriginalType.TIMESTAMP_MILLIS,
        OriginalType.TIMESTAMP_MICROS,
        OriginalType.UINT_8,
        OriginalType.UINT_16,
        OriginalType.UINT_32,
        OriginalType.UINT_64,
        OriginalType.INT_8,
        OriginalType.INT_16,
        OriginalType.INT_32,
        OriginalType.INT_64,
        OriginalType.JSON,
        OriginalType.BSON,
        OriginalType.INTERVAL
    };

    private LogicalTypeParser() {}

    static @Nullable LogicalTypeAnnotation ofConvertedType(int number, int scale, int precision) {
        if (number < 0 || number >= CONVERTED_TYPES.length) {
            return null;
        }
        OriginalType type = CONVERTED_TYPES[number];
        return type == OriginalType.DECIMAL
                ? decimal(scale, precision)
                : LogicalTypeAnnotation.fromOriginalType(type, null);
    }

    static @Nullable LogicalTypeAnnotation parse(ThriftReader thrift) {
        LogicalTypeAnnotation annotation = null;
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            thrift.expectStruct();
            annotation = switch (id) {
                case 5 -> {
                    Members members = members(thrift);
                    yield decimal(members.first, members.second);
                }
                case 7 -> {
                    Members members = members(thrift);
                    yield members.unit == null ? null : LogicalTypeAnnotation.timeType(members.first == 1, members.unit);
                }
                case 8 -> {
                    Members members = members(thrift);
                    yield members.unit == null ? null : LogicalTypeAnnotation.timestampType(members.first == 1, members.unit);
                }
                case 10 -> {
                    Members members = members(thrift);
                    yield integer(members.first, members.second == 1);
                }
                default -> {
                    thrift.skip();
                    yield withoutMembers(id);
                }
            };
        }
        return annotation;
    }

    private static @Nullable LogicalTypeAnnotation withoutMembers(int id) {
        return switch (id) {
            case 1 -> LogicalTypeAnnotation.stringType();
            case 2 -> LogicalTypeAnnotation.mapType();
            case 3 -> LogicalTypeAnnotation.listType();
            case 4 -> LogicalTypeAnnotation.enumType();
            case 6 -> LogicalTypeAnnotation.dateType();
            case 11 -> LogicalTypeAnnotation.unknownType();
            case 12 -> LogicalTypeAnnotation.jsonType();
            case 13 -> LogicalTypeAnnotation.bsonType();
            case 14 -> LogicalTypeAnnotation.uuidType();
            case 15 -> LogicalTypeAnnotation.float16Type();
            case 16 -> LogicalTypeAnnotation.variantType((byte) 1);
            case 17 -> LogicalTypeAnnotation.geometryType(null);
            case 18 -> LogicalTypeAnnotation.geographyType(null, null);
            default -> null;
        };
    }

    private static @Nullable LogicalTypeAnnotation decimal(int scale, int precision) {
        return precision < 1 || scale < 0 || scale > precision ? null : LogicalTypeAnnotation.decimalType(scale, precision);
    }

    private static @Nullable LogicalTypeAnnotation integer(int bits, boolean signed) {
        return bits == 8 || bits == 16 || bits == 32 || bits == 64 ? LogicalTypeAnnotation.intType(bits, signed) : null;
    }

    /** The members that parametrised types have: two small numbers or flags, or a flag and a unit. */
    private static Members members(ThriftReader thrift) {
        Members members = new Members();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            int type = thrift.fieldType;
            if (type == ThriftReader.STRUCT) {
                members.unit = timeUnit(thrift);
            } else if (id == 1 || id == 2) {
                int value = switch (type) {
                    case ThriftReader.TRUE, ThriftReader.FALSE -> thrift.bool() ? 1 : 0;
                    case ThriftReader.BYTE -> thrift.i8();
                    default -> thrift.i32();
                };
                if (id == 1) {
                    members.first = value;
                } else {
                    members.second = value;
                }
            } else {
                thrift.skip();
            }
        }
        return members;
    }

    private static @Nullable TimeUnit timeUnit(ThriftReader thrift) {
        TimeUnit unit = null;
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            thrift.skip();
            unit = switch (id) {
                case 1 -> TimeUnit.MILLIS;
                case 2 -> TimeUnit.MICROS;
                case 3 -> TimeUnit.NANOS;
                default -> unit;
            };
        }
        return unit;
    }

    private static final class Members {
        int first;
        int second;
        @Nullable TimeUnit unit;
    }
}
