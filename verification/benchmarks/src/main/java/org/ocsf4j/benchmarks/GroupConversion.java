package org.ocsf4j.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** parquet-hadoop's example {@code Group} objects, walked by their schema into a Jackson generator. */
final class GroupConversion implements Conversion {

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 18);
    private final JsonFactory factory = new JsonFactory();

    @Override
    public Converted convert(Source source) throws IOException {
        long rows = 0;
        long jsonBytes = 0;
        try (ParquetReader<Group> reader = new Builder(new LocalInputFile(source.file())).build();
                JsonGenerator json = factory.createGenerator(buffer)) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                writeStruct(row, json);
                json.writeRaw('\n');
                rows++;
                if (buffer.size() > 1 << 17) {
                    jsonBytes += buffer.size();
                    buffer.reset();
                }
            }
            json.flush();
            jsonBytes += buffer.size();
            buffer.reset();
        }
        return new Converted(rows, jsonBytes);
    }

    private static void writeStruct(Group group, JsonGenerator json) throws IOException {
        GroupType type = group.getType();
        json.writeStartObject();
        for (int field = 0; field < type.getFieldCount(); field++) {
            int count = group.getFieldRepetitionCount(field);
            Type fieldType = type.getType(field);
            if (fieldType.isRepetition(Type.Repetition.REPEATED)) {
                json.writeArrayFieldStart(fieldType.getName());
                writeElements(group, field, fieldType, json);
                json.writeEndArray();
            } else if (count > 0) {
                json.writeFieldName(fieldType.getName());
                writeValue(group, field, 0, fieldType, json);
            }
        }
        json.writeEndObject();
    }

    private static void writeElements(Group group, int field, Type type, JsonGenerator json) throws IOException {
        int count = group.getFieldRepetitionCount(field);
        for (int i = 0; i < count; i++) {
            writeValue(group, field, i, type, json);
        }
    }

    private static void writeValue(Group group, int field, int index, Type type, JsonGenerator json)
            throws IOException {
        if (type.isPrimitive()) {
            writePrimitive(group, field, index, type, json);
            return;
        }
        Group value = group.getGroup(field, index);
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (annotation instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            json.writeStartArray();
            writeElements(value, 0, type.asGroupType().getType(0), json);
            json.writeEndArray();
        } else if (annotation instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
            writeMap(value, json);
        } else {
            writeStruct(value, json);
        }
    }

    private static void writeMap(Group map, JsonGenerator json) throws IOException {
        GroupType entryType = map.getType().getType(0).asGroupType();
        int count = map.getFieldRepetitionCount(0);
        json.writeStartObject();
        for (int i = 0; i < count; i++) {
            Group entry = map.getGroup(0, i);
            json.writeFieldName(entry.getString(0, 0));
            if (entry.getFieldRepetitionCount(1) > 0) {
                writeValue(entry, 1, 0, entryType.getType(1), json);
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
    }

    private static void writePrimitive(Group group, int field, int index, Type type, JsonGenerator json)
            throws IOException {
        switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> json.writeBoolean(group.getBoolean(field, index));
            case INT32 -> json.writeNumber(group.getInteger(field, index));
            case INT64 -> json.writeNumber(group.getLong(field, index));
            case FLOAT -> json.writeNumber(group.getFloat(field, index));
            case DOUBLE -> json.writeNumber(group.getDouble(field, index));
            default -> json.writeString(group.getString(field, index));
        }
    }

    private static final class Builder extends ParquetReader.Builder<Group> {

        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
