package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.ConversionCounts;

/** Every row of the table that says how Parquet is spelt in JSON. */
final class JsonContractTest {

    private static Binary bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Binary.fromConstantByteArray(bytes);
    }

    private static ConversionCounts counts(byte[] parquet) throws IOException {
        return ParquetJson.convert(parquet, new ByteArrayOutputStream()).counts();
    }

    // ---- structure

    @Test
    void leavesNullMembersOutAndKeepsAPresentGroupOfNulls() {
        TestFile file = TestFile.of("optional group a { optional int32 x; optional int32 y; } optional int32 b;")
                .row(row -> row.addGroup("a"))
                .row(row -> row.add("b", 1))
                .row(row -> row.addGroup("a").add("y", 2));
        assertThat(file.json()).isEqualTo("{\"a\":{}}\n{\"b\":1}\n{\"a\":{\"y\":2}}");
    }

    @Test
    void writesNullMembersWhereAsked() {
        TestFile file = TestFile.of("optional group a { optional int32 x; } optional double b;")
                .row(row -> row.addGroup("a"))
                .row(row -> row.add("b", Double.NaN));
        assertThat(file.json(ParquetOptions.builder().writeNulls(true).build()))
                .isEqualTo("{\"a\":{\"x\":null},\"b\":null}\n{\"a\":null,\"b\":null}");
    }

    @Test
    void readsListsOfThreeLevels() {
        TestFile file = TestFile.of("optional group a (LIST) { repeated group list { optional int32 element; } }")
                .row(row -> {
                    Group list = row.addGroup("a");
                    list.addGroup("list").add("element", 1);
                    list.addGroup("list");
                })
                .row(row -> row.addGroup("a"))
                .row(row -> {});
        assertThat(file.json()).isEqualTo("{\"a\":[1,null]}\n{\"a\":[]}\n{}");
    }

    @Test
    void readsListsOfTwoLevels() {
        TestFile file = TestFile.of("optional group a (LIST) { repeated int32 element; }")
                .row(row -> row.addGroup("a").append("element", 1).append("element", 2))
                .row(row -> row.addGroup("a"));
        assertThat(file.json()).isEqualTo("{\"a\":[1,2]}\n{\"a\":[]}");
    }

    @Test
    void takesARepeatedGroupNamedArrayOrTupleForTheElement() {
        TestFile file = TestFile.of(
                        "optional group a (LIST) { repeated group array { optional binary name (STRING); } }"
                                + "optional group b (LIST) { repeated group b_tuple { optional int32 n; } }")
                .row(row -> {
                    row.addGroup("a").addGroup("array").add("name", "x");
                    row.addGroup("b").addGroup("b_tuple").add("n", 1);
                });
        assertThat(file.json()).isEqualTo("{\"a\":[{\"name\":\"x\"}],\"b\":[{\"n\":1}]}");
    }

    @Test
    void takesARepeatedGroupOfSeveralFieldsOrOfOneRepeatedFieldForTheElement() {
        TestFile file = TestFile.of(
                        "optional group a (LIST) { repeated group element { optional int32 x; optional int32 y; } }"
                                + "optional group b (LIST) { repeated group bag (LIST) { repeated int32 item; } }")
                .row(row -> {
                    row.addGroup("a").addGroup("element").add("x", 1);
                    row.addGroup("b").addGroup("bag").append("item", 1).append("item", 2);
                });
        assertThat(file.json()).isEqualTo("{\"a\":[{\"x\":1}],\"b\":[[1,2]]}");
    }

    @Test
    void writesARepeatedFieldWithoutAnnotationAsAnArrayThatMayBeEmpty() {
        TestFile file = TestFile.of(
                        "repeated int32 a; repeated group b { optional int32 x; } optional group c { repeated int32 d; }")
                .row(row -> row.append("a", 1).append("a", 2).addGroup("b").add("x", 3))
                .row(row -> row.addGroup("c"));
        assertThat(file.json()).isEqualTo("{\"a\":[1,2],\"b\":[{\"x\":3}]}\n{\"a\":[],\"b\":[],\"c\":{\"d\":[]}}");
    }

    @Test
    void readsMapsWhateverTheirRepeatedGroupIsCalled() {
        TestFile file = TestFile.of(
                        "optional group a (MAP) { repeated group anything { required binary key (STRING); optional int32 value; } }"
                                + "optional group b (MAP_KEY_VALUE) { repeated group map { required binary k (STRING); required int32 v; } }")
                .row(row -> {
                    Group map = row.addGroup("a");
                    map.addGroup("anything").append("key", "x").add("value", 1);
                    map.addGroup("anything").append("key", "y");
                    row.addGroup("b").addGroup("map").append("k", "z").add("v", 2);
                })
                .row(row -> row.addGroup("a"));
        assertThat(file.json()).isEqualTo("{\"a\":{\"x\":1,\"y\":null},\"b\":{\"z\":2}}\n{\"a\":{}}");
    }

    @Test
    void spellsKeysThatAreNotStringsInJson() {
        TestFile file = TestFile.of(
                        "optional group a (MAP) { repeated group m { required int64 key; optional int32 value; } }"
                                + "optional group b (MAP) { repeated group m { required int32 key (DATE); optional int32 value; } }"
                                + "optional group c (MAP) { repeated group m { required boolean key; optional int32 value; } }")
                .row(row -> {
                    row.addGroup("a").addGroup("m").append("key", 7L).add("value", 1);
                    row.addGroup("b").addGroup("m").append("key", 0).add("value", 2);
                    row.addGroup("c").addGroup("m").append("key", true).add("value", 3);
                });
        assertThat(file.json()).isEqualTo("{\"a\":{\"7\":1},\"b\":{\"1970-01-01\":2},\"c\":{\"true\":3}}");
    }

    @Test
    void keepsTheLastValueOfADuplicateKeyAndCountsIt() throws IOException {
        byte[] parquet = TestFile.of(
                        "optional group a (MAP) { repeated group m { required binary key (STRING); optional group value (MAP) {"
                                + "repeated group m { required binary key (STRING); optional int32 value; } } } }")
                .row(row -> {
                    Group map = row.addGroup("a");
                    Group first = map.addGroup("m").append("key", "x").addGroup("value");
                    first.addGroup("m").append("key", "p").add("value", 1);
                    first.addGroup("m").append("key", "p").add("value", 2);
                    map.addGroup("m").append("key", "y").addGroup("value");
                    Group last = map.addGroup("m").append("key", "x").addGroup("value");
                    last.addGroup("m").append("key", "p").add("value", 3);
                    last.addGroup("m").append("key", "q").add("value", 4);
                    last.addGroup("m").append("key", "p").add("value", 5);
                })
                .bytes();
        assertThat(TestFile.json(parquet, ParquetOptions.defaults()))
                .isEqualTo("{\"a\":{\"y\":{},\"x\":{\"q\":4,\"p\":5}}}");
        assertThat(counts(parquet)).isEqualTo(new ConversionCounts(0, 0, 3));
    }

    @Test
    void writesAMapWithoutValuesAsAnArrayOfItsKeys() {
        TestFile file = TestFile.of("optional group a (MAP) { repeated group m { required binary key (STRING); } }")
                .row(row -> {
                    Group map = row.addGroup("a");
                    map.addGroup("m").add("key", "x");
                    map.addGroup("m").add("key", "y");
                })
                .row(row -> row.addGroup("a"));
        assertThat(file.json()).isEqualTo("{\"a\":[\"x\",\"y\"]}\n{\"a\":[]}");
    }

    // ---- numbers

    @Test
    void writesIntegersExactly() {
        TestFile file = TestFile.of(
                        "required boolean a; required int32 b (INTEGER(8,true)); required int32 c (INTEGER(32,false));"
                                + "required int64 d; required int64 e (INTEGER(64,false));")
                .row(row -> row.append("a", true)
                        .append("b", -128)
                        .append("c", -1)
                        .append("d", Long.MIN_VALUE)
                        .append("e", -1L));
        assertThat(file.json())
                .isEqualTo(
                        "{\"a\":true,\"b\":-128,\"c\":4294967295,\"d\":-9223372036854775808,\"e\":18446744073709551615}");
    }

    @Test
    void writesFloatsShortestAndNegativeZero() {
        TestFile file = TestFile.of("required float a; required double b; required float c; required double d;")
                .row(row -> row.append("a", 0.1f)
                        .append("b", 2e-3)
                        .append("c", -0.0f)
                        .append("d", 2.0E-322));
        assertThat(file.json()).isEqualTo("{\"a\":0.1,\"b\":0.002,\"c\":-0.0,\"d\":2.0E-322}");
    }

    @Test
    void countsNumbersThatJsonDoesNotHave() throws IOException {
        byte[] parquet = TestFile.of(
                        "required float a; required double b; required fixed_len_byte_array(2) c (FLOAT16); repeated double d;")
                .row(row -> row.append("a", Float.NaN)
                        .append("b", Double.NEGATIVE_INFINITY)
                        .append("c", bytes(0x00, 0x7C))
                        .append("d", Double.POSITIVE_INFINITY))
                .bytes();
        assertThat(TestFile.json(parquet, ParquetOptions.defaults())).isEqualTo("{\"d\":[null]}");
        assertThat(counts(parquet)).isEqualTo(new ConversionCounts(4, 0, 0));
    }

    @Test
    void writesDecimalsPlainlyWithAllTheirDigits() {
        TestFile file = TestFile.of(
                        "required int32 a (DECIMAL(9,2)); required int64 b (DECIMAL(18,0)); required binary c (DECIMAL(30,10));"
                                + "required fixed_len_byte_array(3) d (DECIMAL(5,5));")
                .row(row -> row.append("a", -5)
                        .append("b", 1000L)
                        .append("c", bytes(1, 0, 0, 0, 0, 0, 0, 0, 0))
                        .append("d", bytes(0xFF, 0xFF, 0xFF)));
        assertThat(file.json()).isEqualTo("{\"a\":-0.05,\"b\":1000,\"c\":1844674407.3709551616,\"d\":-0.00001}");
    }

    // ---- text and bytes

    @Test
    void replacesWhatIsNotUtf8AndCountsIt() throws IOException {
        byte[] parquet = TestFile.of(
                        "required binary a (STRING); required binary b (ENUM); required binary c (STRING);")
                .row(row -> row.append("a", bytes('x', 0xF0, 0x9F, 0x98, 'y', 0xC0, 0xAF))
                        .append("b", "E")
                        .append("c", "\uFFFD"))
                .bytes();
        assertThat(TestFile.json(parquet, ParquetOptions.defaults()))
                .isEqualTo("{\"a\":\"x\uFFFDy\uFFFD\uFFFD\",\"b\":\"E\",\"c\":\"\uFFFD\"}");
        assertThat(counts(parquet)).isEqualTo(new ConversionCounts(0, 1, 0));
    }

    @Test
    void keepsADocumentOnOneLineWhateverItsText() {
        TestFile file = TestFile.of("required binary a (STRING); required binary b (STRING);")
                .row(row -> row.append("a", "}\n{\"delete\":{}}\r\u0000\u001F").append("b", "\uD83D\uDE00\u2028"));
        assertThat(file.json())
                .isEqualTo("{\"a\":\"}\\n{\\\"delete\\\":{}}\\r\\u0000\\u001F\",\"b\":\"\uD83D\uDE00\u2028\"}");
    }

    @Test
    void takesBytesWithoutAnnotationForTextOnlyWherePrintable() {
        TestFile file = TestFile.of(
                        "required binary a; required binary b; required binary c; required fixed_len_byte_array(2) d;")
                .row(row -> row.append("a", "t\u00E9xt\t\r\n")
                        .append("b", bytes(0))
                        .append("c", bytes(0xFF, 0xFE))
                        .append("d", "ab"));
        assertThat(file.json()).isEqualTo("{\"a\":\"t\u00E9xt\\t\\r\\n\",\"b\":\"AA==\",\"c\":\"//4=\",\"d\":\"ab\"}");
    }

    @Test
    void writesUuidCanonicallyAndBsonAndIntervalInBase64() {
        TestFile file = TestFile.of(
                        "required fixed_len_byte_array(16) a (UUID); required binary b (BSON); required fixed_len_byte_array(12) c (INTERVAL);")
                .row(row -> row.append("a", bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255))
                        .append("b", "abc")
                        .append("c", bytes(new int[12])));
        assertThat(file.json())
                .isEqualTo(
                        "{\"a\":\"00010203-0405-0607-0809-0a0b0c0d0eff\",\"b\":\"YWJj\",\"c\":\"AAAAAAAAAAAAAAAA\"}");
    }

    @Test
    void writesJsonAsTextOrEmbedsItWhereAsked() {
        byte[] parquet = TestFile.of("required binary a (JSON);")
                .row(row -> row.add("a", "{\"x\" : [1.50, null, \"\\n\"]}"))
                .row(row -> row.add("a", "{\"x\":1,\"x\":2}"))
                .row(row -> row.add("a", "\"\\ud800\""))
                .row(row -> row.add("a", "1 2"))
                .row(row -> row.add("a", "nonsense"))
                .bytes();
        assertThat(TestFile.json(parquet, ParquetOptions.defaults()).lines().findFirst())
                .contains("{\"a\":\"{\\\"x\\\" : [1.50, null, \\\"\\\\n\\\"]}\"}");
        assertThat(TestFile.json(
                        parquet, ParquetOptions.builder().embedJson(true).build()))
                .isEqualTo(
                        """
                        {"a":{"x":[1.50,null,"\\n"]}}
                        {"a":"{\\"x\\":1,\\"x\\":2}"}
                        {"a":"\\"\\\\ud800\\""}
                        {"a":"1 2"}
                        {"a":"nonsense"}""");
    }

    @Test
    void writesAVariantAsItsJsonValue() {
        Binary names = bytes(0x01, 2, 0, 1, 3, 'a', 'b', 'c');
        Binary object = bytes(
                0x02, 2, 0, 1, 0, 3, 12, // object of a and bc
                0x05, 'x', 0x00, // short string, and a byte that nothing refers to
                0x03, 2, 0, 2, 3, 0x0C, 0xFF, 0x00, 0x00); // array of int8 -1 and null
        TestFile file = TestFile.of(
                        "optional group v (VARIANT(1)) { required binary metadata; required binary value; }")
                .row(row -> row.addGroup("v").append("metadata", names).append("value", object))
                .row(row -> row.addGroup("v")
                        .append("metadata", names)
                        .append("value", bytes(0x20, 1, 0x85, 0xFF, 0xFF, 0xFF)))
                .row(row -> row.addGroup("v").append("metadata", names).append("value", bytes(0)))
                .row(row -> {});
        assertThat(file.json()).isEqualTo("{\"v\":{\"a\":\"x\",\"bc\":[-1,null]}}\n{\"v\":-12.3}\n{}\n{}");
    }

    @Test
    void refusesAVariantThatIsNone() {
        TestFile file = TestFile.of(
                        "optional group v (VARIANT(1)) { required binary metadata; required binary value; }")
                .row(row -> row.addGroup("v")
                        .append("metadata", bytes(0x01, 0, 0))
                        .append("value", bytes(0x02, 1, 7, 0, 0)));
        assertThatThrownBy(file::json)
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("column v.")
                .hasMessageContaining("variant");
    }

    // ---- time

    private static final String TIMESTAMPS =
            "required int64 time (TIMESTAMP(MILLIS,true)); required int64 start_time (TIMESTAMP(MICROS,true));"
                    + "required int64 time_dt (TIMESTAMP(MILLIS,true)); required int64 micros (TIMESTAMP(MICROS,false)); required int64 nanos (TIMESTAMP(NANOS,true));"
                    + "required int96 old; required int96 old_time;";

    private static TestFile timestamps() {
        Binary int96 = Binary.fromConstantByteArray(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1_500_000_000L)
                .putInt(2_440_587)
                .array());
        return TestFile.of(TIMESTAMPS).row(row -> row.append("time", -1L)
                .append("start_time", -1L)
                .append("time_dt", 1_000L)
                .append("micros", -1L)
                .append("nanos", 1L)
                .append("old", int96)
                .append("old_time", int96));
    }

    @Test
    void spellsTimestampsByName() {
        assertThat(timestamps().json())
                .isEqualTo(
                        "{\"time\":-1,\"start_time\":-1,\"time_dt\":\"1970-01-01T00:00:01Z\",\"micros\":\"1969-12-31T23:59:59.999999\","
                                + "\"nanos\":\"1970-01-01T00:00:00.000000001Z\",\"old\":\"1969-12-31T00:00:01.500Z\",\"old_time\":-86398500}");
    }

    @Test
    void spellsTimestampsAllOneWayWhereAsked() {
        assertThat(timestamps()
                        .json(ParquetOptions.builder()
                                .timestamps(TimestampFormat.ALWAYS_EPOCH_MILLIS)
                                .build()))
                .isEqualTo(
                        "{\"time\":-1,\"start_time\":-1,\"time_dt\":1000,\"micros\":-1,\"nanos\":0,\"old\":-86398500,\"old_time\":-86398500}");
        assertThat(timestamps()
                        .json(ParquetOptions.builder()
                                .timestamps(TimestampFormat.ALWAYS_RFC3339)
                                .build()))
                .startsWith("{\"time\":\"1969-12-31T23:59:59.999Z\",\"start_time\":\"1969-12-31T23:59:59.999999Z\"");
    }

    @Test
    void spellsDatesAndTimesOfDayWhateverTheirRange() {
        TestFile file = TestFile.of(
                        "required int32 a (DATE); required int32 b (TIME(MILLIS,true)); required int64 c (TIME(MICROS,true)); required int64 d (TIME(NANOS,false));")
                .row(row -> row.append("a", -1)
                        .append("b", 3_723_004)
                        .append("c", 86_399_999_999L)
                        .append("d", 0L))
                .row(row -> row.append("a", Integer.MAX_VALUE)
                        .append("b", -1)
                        .append("c", Long.MIN_VALUE)
                        .append("d", 1L));
        assertThat(file.json())
                .isEqualTo(
                        "{\"a\":\"1969-12-31\",\"b\":\"01:02:03.004\",\"c\":\"23:59:59.999999\",\"d\":\"00:00:00\"}\n"
                                + "{\"a\":\"+5881580-07-11\",\"b\":\"-00:00:00.001\",\"c\":\"-2562047788:00:54.775808\",\"d\":\"00:00:00.000000001\"}");
    }
}
