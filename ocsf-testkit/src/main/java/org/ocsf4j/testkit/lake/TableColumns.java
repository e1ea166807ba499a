package org.ocsf4j.testkit.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;

/** The Parquet schema of each table, read from the {@code .message} resources beside this class. */
final class TableColumns {

    private static final Map<String, MessageType> COMPLETE = new ConcurrentHashMap<>();

    private TableColumns() {}

    static MessageType of(LakeTable table, ColumnSet columns) {
        MessageType complete = COMPLETE.computeIfAbsent(table.columnsName(), TableColumns::load);
        List<Type> kept = without(complete, "", columns.missing());
        return new MessageType(complete.getName(), kept);
    }

    private static MessageType load(String name) {
        String resource = name + ".message";
        try (InputStream in = TableColumns.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("[" + resource + "] resource is missing; rebuild ocsf-testkit");
            }
            return MessageTypeParser.parseMessageType(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Type> without(GroupType group, String prefix, List<String> missing) {
        List<Type> kept = new ArrayList<>();
        for (Type field : group.getFields()) {
            String path = prefix + field.getName();
            if (missing.contains(path)) {
                continue;
            }
            boolean struct = !field.isPrimitive() && field.getLogicalTypeAnnotation() == null;
            kept.add(
                    struct
                            ? ((GroupType) field).withNewFields(without((GroupType) field, path + ".", missing))
                            : field);
        }
        return kept;
    }
}
