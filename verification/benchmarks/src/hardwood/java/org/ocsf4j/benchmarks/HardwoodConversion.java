package org.ocsf4j.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import dev.hardwood.schema.SchemaNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hardwood's row reader, walked by the schema into a Jackson generator. Needs Java 21, so the runner compiles it. */
final class HardwoodConversion implements Conversion {

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 18);
    private final JsonFactory factory = new JsonFactory();

    @Override
    public Converted convert(Source source) throws IOException {
        long rows = 0;
        long jsonBytes = 0;
        try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(source.file()));
                RowReader row = file.rowReader();
                JsonGenerator json = factory.createGenerator(buffer)) {
            Member[] members = members(file.getFileSchema().getRootNode().children());
            while (row.hasNext()) {
                row.next();
                writeStruct(row, members, json);
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

    private enum Form {
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        TEXT,
        STRUCT,
        LIST,
        MAP
    }

    /** A node of the schema; {@code parts} are the members of a struct, the element of a list, the value of a map. */
    private record Member(String name, Form form, Member[] parts) {}

    private static Member[] members(List<SchemaNode> nodes) {
        return nodes.stream().map(HardwoodConversion::member).toArray(Member[]::new);
    }

    private static Member member(SchemaNode node) {
        if (node instanceof SchemaNode.PrimitiveNode primitive) {
            return new Member(node.name(), form(primitive), new Member[0]);
        }
        SchemaNode.GroupNode group = (SchemaNode.GroupNode) node;
        if (group.isList()) {
            return new Member(node.name(), Form.LIST, new Member[] {member(group.getListElement())});
        }
        if (group.isMap()) {
            return new Member(node.name(), Form.MAP, new Member[] {member(group.getMapValue())});
        }
        return new Member(node.name(), Form.STRUCT, members(group.children()));
    }

    private static Form form(SchemaNode.PrimitiveNode primitive) {
        return switch (primitive.type()) {
            case BOOLEAN -> Form.BOOLEAN;
            case INT32 -> Form.INT;
            case INT64 -> Form.LONG;
            case FLOAT -> Form.FLOAT;
            case DOUBLE -> Form.DOUBLE;
            default -> Form.TEXT;
        };
    }

    private static void writeStruct(StructAccessor struct, Member[] members, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < members.length; i++) {
            if (struct.isNull(i)) {
                continue;
            }
            Member member = members[i];
            json.writeFieldName(member.name);
            switch (member.form) {
                case BOOLEAN -> json.writeBoolean(struct.getBoolean(i));
                case INT -> json.writeNumber(struct.getInt(i));
                case LONG -> json.writeNumber(struct.getLong(i));
                case FLOAT -> json.writeNumber(struct.getFloat(i));
                case DOUBLE -> json.writeNumber(struct.getDouble(i));
                case TEXT -> json.writeString(struct.getString(i));
                case STRUCT -> writeStruct(struct.getStruct(i), member.parts, json);
                case LIST -> writeList(struct.getList(i), member.parts[0], json);
                case MAP -> writeMap(struct.getMap(i), member.parts[0], json);
            }
        }
        json.writeEndObject();
    }

    private static void writeList(PqList list, Member element, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < list.size(); i++) {
            writeValue(list.isNull(i) ? null : list.getRaw(i), element, json);
        }
        json.writeEndArray();
    }

    private static void writeMap(PqMap map, Member value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (PqMap.Entry entry : map.getEntries()) {
            json.writeFieldName(entry.getStringKey());
            writeValue(entry.isValueNull() ? null : entry.getRawValue(), value, json);
        }
        json.writeEndObject();
    }

    private static void writeValue(Object value, Member member, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (member.form) {
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case INT -> json.writeNumber((Integer) value);
            case LONG -> json.writeNumber((Long) value);
            case FLOAT -> json.writeNumber((Float) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case TEXT -> json.writeString(value instanceof byte[] utf8 ? text(utf8) : value.toString());
            case STRUCT -> writeStruct((PqStruct) value, member.parts, json);
            case LIST -> writeList((PqList) value, member.parts[0], json);
            case MAP -> writeMap((PqMap) value, member.parts[0], json);
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
