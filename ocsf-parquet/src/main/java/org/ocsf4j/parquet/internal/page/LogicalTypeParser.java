package org.ocsf4j.parquet.internal.page;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the union {@code LogicalType}, and its forerunner {@code ConvertedType}. */
final class LogicalTypeParser {

    private LogicalTypeParser() {}

    /** The annotation that a number of {@code ConvertedType} stands for, null where there is none. */
    static @Nullable LogicalTypeAnnotation ofConvertedType(int number, int scale, int precision) {
        return switch (number) {
            case 0 -> LogicalTypeAnnotation.stringType();
            case 1 -> LogicalTypeAnnotation.mapType();
            case 2 -> LogicalTypeAnnotation.MapKeyValueTypeAnnotation.getInstance();
            case 3 -> LogicalTypeAnnotation.listType();
            case 4 -> LogicalTypeAnnotation.enumType();
            case 5 -> decimal(scale, precision);
            case 6 -> LogicalTypeAnnotation.dateType();
            case 7 -> LogicalTypeAnnotation.timeType(true, TimeUnit.MILLIS);
            case 8 -> LogicalTypeAnnotation.timeType(true, TimeUnit.MICROS);
            case 9 -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS);
            case 10 -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
            case 11, 12, 13, 14 -> LogicalTypeAnnotation.intType(8 << (number - 11), false);
            case 15, 16, 17, 18 -> LogicalTypeAnnotation.intType(8 << (number - 15), true);
            case 19 -> LogicalTypeAnnotation.jsonType();
            case 20 -> LogicalTypeAnnotation.bsonType();
            case 21 -> LogicalTypeAnnotation.IntervalLogicalTypeAnnotation.getInstance();
            default -> null;
        };
    }

    static @Nullable LogicalTypeAnnotation parse(ThriftReader thrift) {
        LogicalTypeAnnotation annotation = null;
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            thrift.expectStruct();
            if (id == 5 || id == 7 || id == 8 || id == 10) {
                annotation = withMembers(id, members(thrift));
            } else {
                thrift.skip();
                annotation = withoutMembers(id);
            }
        }
        return annotation;
    }

    private static @Nullable LogicalTypeAnnotation withMembers(int id, Members members) {
        if (id == 5) {
            return decimal(members.first, members.second);
        }
        if (id == 10) {
            return integer(members.first, members.second == 1);
        }
        TimeUnit unit = members.unit;
        if (unit == null) {
            return null;
        }
        boolean utc = members.first == 1;
        return id == 7 ? LogicalTypeAnnotation.timeType(utc, unit) : LogicalTypeAnnotation.timestampType(utc, unit);
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
        return precision < 1 || scale < 0 || scale > precision
                ? null
                : LogicalTypeAnnotation.decimalType(scale, precision);
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
                int value =
                        switch (type) {
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

        @Nullable
        TimeUnit unit;
    }
}
