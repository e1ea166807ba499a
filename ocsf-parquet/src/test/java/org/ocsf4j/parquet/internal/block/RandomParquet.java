package org.ocsf4j.parquet.internal.block;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.VariantLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** Writes a file of random schema, values, codec, page sizes and encodings, all of it drawn from a seed. */
final class RandomParquet {

    private static final List<String> LEAVES = List.of(
            "int32 %s",
            "int32 %s (INTEGER(8,true))",
            "int32 %s (INTEGER(32,false))",
            "int32 %s (DATE)",
            "int32 %s (TIME(MILLIS,true))",
            "int32 %s (DECIMAL(9,3))",
            "int64 %s",
            "int64 %s (INTEGER(64,false))",
            "int64 %s (TIMESTAMP(MILLIS,true))",
            "int64 %s (TIMESTAMP(MICROS,false))",
            "int64 %s (TIMESTAMP(NANOS,true))",
            "int64 %s (TIME(MICROS,true))",
            "int64 %s (DECIMAL(18,0))",
            "boolean %s",
            "float %s",
            "double %s",
            "int96 %s",
            "binary %s (STRING)",
            "binary %s (STRING)",
            "binary %s (STRING)",
            "binary %s (ENUM)",
            "binary %s (JSON)",
            "binary %s",
            "binary %s (DECIMAL(30,5))",
            "fixed_len_byte_array(5) %s",
            "fixed_len_byte_array(16) %s (UUID)",
            "fixed_len_byte_array(2) %s (FLOAT16)");
    private static final List<String> REPETITIONS = List.of("required", "optional", "optional", "repeated");
    private static final List<String> NAMES =
            List.of("name", "time", "uid", "class_uid", "created_time", "time_dt", "q\"uote", "ünïcode", "x");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "-",
            "plain text",
            "0123456789abcdef",
            "line\nbreak",
            "\"quoted\"",
            "back\\slash",
            "grüße",
            "日本語",
            "😀 emoji",
            "\u0000\u001f",
            "a rather long text that does not fit a few words and so takes the long way round",
            "vpc-0123456789abcdef0",
            "192.0.2.1");
    private static final List<String> JSON = List.of(
            "{}",
            " [ ] ",
            "null",
            "\"a string\"",
            "{\"a\" : 1.50, \"b\":[true,null,\"\\u00e4\\n\\/\"]}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"b\":{\"c\":[[1],[2,3]]}}}",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "{\"a\":",
            "1 2",
            "1e400",
            "NaN",
            "[".repeat(70) + "]".repeat(70));
    private static final List<CompressionCodecName> CODECS = List.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW);

    private final Random random;

    /** Values of one field are drawn from so many; few give runs and dictionaries, many plain pages. */
    private final int variety;

    private final double nulls;

    private RandomParquet(long seed) {
        this.random = new Random(seed);
        this.variety = random.nextInt(4) == 0 ? 1 : 1 << random.nextInt(10);
        this.nulls = random.nextInt(3) * 0.4;
    }

    static byte[] of(long seed) {
        return new RandomParquet(seed).write();
    }

    private byte[] write() {
        MessageType schema =
                MessageTypeParser.parseMessageType("message event {" + fields(1 + random.nextInt(8), 0) + "}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean dictionary = random.nextInt(4) > 0;
        var builder = ExampleParquetWriter.builder(new MemoryFile(bytes))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCodecFactory(new WritingCodecs())
                .withCompressionCodec(CODECS.get(random.nextInt(CODECS.size())))
                .withPageRowCountLimit(1 + random.nextInt(random.nextBoolean() ? 20 : 400))
                .withPageSize(random.nextBoolean() ? 64 : 1 << 16)
                .withDictionaryEncoding(dictionary)
                .withDictionaryPageSize(random.nextBoolean() ? 200 : 1 << 16)
                .withByteStreamSplitEncoding(random.nextInt(4) == 0)
                .withPageWriteChecksumEnabled(random.nextBoolean())
                .withRowGroupRowCountLimit(1 + random.nextInt(random.nextBoolean() ? 50 : 2_000))
                .withWriterVersion(random.nextBoolean() ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0);
        try (ParquetWriter<Group> writer = builder.build()) {
            int rows = random.nextInt(random.nextInt(4) == 0 ? 900 : 120);
            for (int i = 0; i < rows; i++) {
                Group row = new SimpleGroup(schema);
                fill(row);
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String fields(int count, int depth) {
        StringBuilder fields = new StringBuilder();
        Set<String> names = new HashSet<>(); // the writer mixes fields of one name up
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            fields.append(field(names.add(name) ? name : name + "_" + i, depth));
        }
        return fields.toString();
    }

    private String field(String name, int depth) {
        String repetition = REPETITIONS.get(random.nextInt(REPETITIONS.size()));
        String presence = random.nextBoolean() ? "required" : "optional";
        if (random.nextInt(12) == 0) {
            return repetition + " " + variant(name);
        }
        int kind = depth >= 3 ? 0 : random.nextInt(10);
        if (kind <= 5) {
            return repetition + " " + LEAVES.get(random.nextInt(LEAVES.size())).formatted(name) + ";";
        }
        if (kind == 6) {
            return presence + " group " + name + " (LIST) { repeated group list { " + element("element", depth)
                    + " } } ";
        }
        if (kind == 7) {
            return presence + " group " + name + " (LIST) { repeated "
                    + (random.nextBoolean()
                            ? "binary array (STRING);"
                            : "group array { " + fields(1 + random.nextInt(3), depth + 1) + " }")
                    + " } ";
        }
        if (kind == 8) {
            String key = random.nextInt(5) == 0
                    ? element("key", depth)
                    : "required " + (random.nextInt(3) > 0 ? "binary key (STRING);" : leaf("key"));
            return presence + " group " + name + " (MAP) { repeated group key_value { " + key + " "
                    + element("value", depth) + " } } ";
        }
        return repetition + " group " + name + " { " + fields(1 + random.nextInt(4), depth + 1) + " } ";
    }

    private String element(String name, int depth) {
        String presence = random.nextBoolean() ? "required " : "optional ";
        if (random.nextInt(10) == 0) {
            return presence + variant(name);
        }
        return random.nextInt(3) > 0
                ? presence + leaf(name)
                : presence + "group " + name + " { " + fields(1 + random.nextInt(3), depth + 1) + " }";
    }

    private String variant(String name) {
        String[] parts = {"binary metadata;", "binary value;"};
        int first = random.nextInt(2);
        return "group " + name + " (VARIANT(1)) { " + (random.nextInt(3) == 0 ? "optional " : "required ")
                + parts[first] + (random.nextInt(3) == 0 ? "optional " : "required ") + parts[1 - first] + " } ";
    }

    private String leaf(String name) {
        return LEAVES.get(random.nextInt(LEAVES.size())).formatted(name) + ";";
    }

    private void fill(Group group) {
        GroupType type = group.getType();
        for (int i = 0; i < type.getFieldCount(); i++) {
            Type field = type.getType(i);
            int count = 1;
            if (field.isRepetition(Repetition.OPTIONAL)) {
                count = random.nextDouble() < nulls ? 0 : 1;
            } else if (field.isRepetition(Repetition.REPEATED)) {
                count = random.nextInt(random.nextInt(20) == 0 ? 40 : 4);
            }
            for (int n = 0; n < count; n++) {
                if (field.isPrimitive()) {
                    add(group, i, field.asPrimitiveType());
                } else {
                    fill(group.addGroup(i));
                }
            }
        }
    }

    private void add(Group group, int field, PrimitiveType type) {
        Random value = new Random(random.nextInt(variety));
        if (group.getType().getLogicalTypeAnnotation() instanceof VariantLogicalTypeAnnotation) {
            byte[] part = type.getName().equals("value") ? RandomVariant.value(value) : RandomVariant.METADATA;
            group.add(field, Binary.fromConstantByteArray(part));
            return;
        }
        switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> group.add(field, value.nextBoolean());
            case INT32 -> group.add(field, number(value, 32).intValue());
            case INT64 -> group.add(field, number(value, 64).longValue());
            case FLOAT -> group.add(field, value.nextInt(5) == 0 ? Float.NaN : value.nextFloat() * value.nextInt(1000));
            case DOUBLE ->
                group.add(field, value.nextInt(5) == 0 ? 1.0 / 0 : Double.longBitsToDouble(value.nextLong()));
            case INT96 ->
                group.add(field, new NanoTime(2_440_588 + value.nextInt(30_000), value.nextLong(86_400_000_000_000L)));
            case BINARY -> group.add(field, Binary.fromConstantByteArray(bytes(value, type)));
            case FIXED_LEN_BYTE_ARRAY -> {
                byte[] fixed = new byte[type.getTypeLength()];
                value.nextBytes(fixed);
                group.add(field, Binary.fromConstantByteArray(fixed));
            }
        }
    }

    private static Long number(Random value, int bits) {
        return switch (value.nextInt(4)) {
            case 0 -> (long) value.nextInt(10);
            case 1 -> 1_780_272_000_000L + value.nextInt(1_000_000);
            case 2 -> value.nextLong() >> value.nextInt(bits);
            default -> value.nextInt(4) == 0 ? Long.MIN_VALUE : -value.nextLong(1_000);
        };
    }

    private static byte[] bytes(Random value, PrimitiveType type) {
        boolean decimal = String.valueOf(type.getLogicalTypeAnnotation()).startsWith("DECIMAL");
        if (decimal || value.nextInt(12) == 0) {
            byte[] raw = new byte[1 + value.nextInt(12)];
            value.nextBytes(raw);
            return raw;
        }
        if (type.getLogicalTypeAnnotation() instanceof JsonLogicalTypeAnnotation && value.nextInt(3) > 0) {
            return JSON.get(value.nextInt(JSON.size())).getBytes(StandardCharsets.UTF_8);
        }
        String text = TEXTS.get(value.nextInt(TEXTS.size())) + (value.nextBoolean() ? "" : value.nextInt(1000));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
