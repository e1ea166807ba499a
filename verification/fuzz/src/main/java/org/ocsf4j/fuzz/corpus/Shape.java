package org.ocsf4j.fuzz.corpus;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The schemas of the sound files. */
enum Shape {
    REQUIRED(
            "required boolean b; required int32 i; required int64 l; required int96 t; required float f; required double d;"
                    + "required binary text (STRING); required fixed_len_byte_array(5) fixed;"),

    OPTIONAL(
            "optional boolean b; optional int32 i; optional int64 l; optional int96 t; optional float f; optional double d;"
                    + "optional binary raw; optional binary text (STRING); optional fixed_len_byte_array(7) fixed;"),

    ANNOTATED("optional int32 day (DATE); optional int32 small (INTEGER(8,true)); optional int32 u (INTEGER(32,false));"
            + "optional int64 ul (INTEGER(64,false)); optional int32 d9 (DECIMAL(9,2)); optional int64 d18 (DECIMAL(18,4));"
            + "optional binary d30 (DECIMAL(30,10)); optional fixed_len_byte_array(9) d20 (DECIMAL(20,0));"
            + "optional int64 time (TIMESTAMP(MILLIS,true)); optional int64 start_dt (TIMESTAMP(MICROS,true));"
            + "optional int64 end_dt (TIMESTAMP(NANOS,false)); optional int32 clock (TIME(MILLIS,true));"
            + "optional int64 clock_us (TIME(MICROS,false)); optional fixed_len_byte_array(16) id (UUID);"
            + "optional fixed_len_byte_array(2) half (FLOAT16); optional binary e (ENUM); optional binary j (JSON);"
            + "optional binary bson (BSON); optional fixed_len_byte_array(12) span (INTERVAL);"),

    EVENT("required int32 class_uid; required int64 time; optional int32 severity_id; optional binary message (STRING);"
            + "required group metadata { required binary version (STRING); optional group product {"
            + "optional binary name (STRING); optional binary vendor_name (STRING); } }"
            + "optional group actor { optional group user { optional binary name (STRING); optional binary uid (STRING); } }"
            + "optional group observables (LIST) { repeated group list { optional group element {"
            + "optional binary name (STRING); required int32 type_id; optional binary value (STRING); } } }"
            + "optional group unmapped (MAP) { repeated group key_value { required binary key (STRING);"
            + "optional binary value (STRING); } }"),

    LISTS("optional group three (LIST) { repeated group list { optional int32 element; } }"
            + "optional group two (LIST) { repeated binary element (STRING); }"
            + "optional group tuple (LIST) { repeated group tuple_tuple { required int64 x; optional double y; } }"
            + "repeated int32 bare; repeated group bares { optional binary s (STRING); repeated int64 more; }"
            + "optional group nested (LIST) { repeated group list { optional group element (LIST) {"
            + "repeated group list { optional binary element (STRING); } } } }"),

    MAPS(
            "optional group modern (MAP) { repeated group key_value { required binary key (STRING); optional int32 value; } }"
                    + "optional group old (MAP_KEY_VALUE) { repeated group map { required binary key (STRING); required int64 value; } }"
                    + "optional group numbers (MAP) { repeated group key_value { required int64 key; optional boolean value; } }"
                    + "optional group deep (MAP) { repeated group key_value { required binary key (STRING);"
                    + "optional group value (MAP) { repeated group key_value { required int32 key (DATE);"
                    + "optional group value (LIST) { repeated group list { optional double element; } } } } } }"),

    DEEP(deep(18)),

    WIDE(wide(90)),

    VARIANT("optional int32 n; optional group v (VARIANT(1)) { required binary metadata; required binary value; }"
            + "optional group vs (LIST) { repeated group list { optional group element (VARIANT(1)) {"
            + "required binary metadata; required binary value; } } }");

    private final String fields;

    Shape(String fields) {
        this.fields = fields;
    }

    MessageType schema() {
        return MessageTypeParser.parseMessageType("message event {" + fields + "}");
    }

    private static String deep(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append(
                    i % 6 == 4
                            ? "optional group g" + i + " (LIST) { repeated group list { optional int32 n; "
                            : "optional group g" + i + " { optional int32 n; ");
        }
        text.append("optional binary leaf (STRING); ");
        for (int i = levels - 1; i >= 0; i--) {
            text.append(i % 6 == 4 ? "} } " : "} ");
        }
        return text.toString();
    }

    private static String wide(int columns) {
        String[] types = {"int32", "int64", "binary", "double", "boolean", "float"};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            text.append(i % 9 == 0 ? "required " : "optional ")
                    .append(types[i % types.length])
                    .append(" c")
                    .append(i)
                    .append("; ");
        }
        return text.toString();
    }
}
