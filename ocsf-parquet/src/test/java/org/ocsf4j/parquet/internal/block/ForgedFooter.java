package org.ocsf4j.parquet.internal.block;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** Rewrites the footer of a sound file, so that it is unusual or wrong in one place. */
final class ForgedFooter {

    private static final int TRAILER_BYTES = 8;

    private final FileMetaData footer;
    private final Random random;

    private ForgedFooter(FileMetaData footer, Random random) {
        this.footer = footer;
        this.random = random;
    }

    /** What some writer does, or might: chunks in another order, names twice, groups without fields, offsets left out. */
    static byte[] unusual(byte[] file, Random random) {
        return forge(file, random, ForgedFooter::makeUnusual);
    }

    /** What no writer may do. */
    static byte[] wrong(byte[] file, Random random) {
        return forge(file, random, ForgedFooter::makeWrong);
    }

    private static byte[] forge(byte[] file, Random random, Consumer<ForgedFooter> forgery) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - TRAILER_BYTES);
        int start = file.length - TRAILER_BYTES - length;
        try {
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
            forgery.accept(new ForgedFooter(footer, random));
            ByteArrayOutputStream forged = new ByteArrayOutputStream();
            forged.write(file, 0, start);
            Util.writeFileMetaData(footer, forged);
            int written = forged.size() - start;
            forged.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(written)
                    .array());
            forged.write(file, file.length - 4, 4);
            return forged.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeUnusual() {
        List<SchemaElement> schema = requireNonNull(footer.getSchema());
        switch (random.nextInt(6)) {
            case 0 -> renameLikeSibling(schema);
            case 1 -> addEmptyGroup(schema);
            case 2 -> footer.setCreated_by("parquet-mr version 1.10.0 (build ${buildNumber})");
            case 3 -> forEachGroup(group -> Collections.shuffle(requireNonNull(group.getColumns()), random));
            case 4 ->
                forEachChunk(chunk -> {
                    if (chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0) {
                        chunk.setData_page_offset(chunk.getDictionary_page_offset()); // as old writers did
                    }
                    chunk.unsetDictionary_page_offset();
                });
            default ->
                forEachChunk(chunk -> {
                    if (!chunk.isSetDictionary_page_offset()) {
                        chunk.setDictionary_page_offset(0);
                    }
                });
        }
    }

    private void makeWrong() {
        List<SchemaElement> schema = requireNonNull(footer.getSchema());
        SchemaElement element = schema.get(random.nextInt(schema.size()));
        switch (random.nextInt(9)) {
            case 0 -> element.setName("renamed");
            case 1 -> element.setNum_children(random.nextInt(4) - 1);
            case 2 -> element.setRepetition_type(pick(FieldRepetitionType.values()));
            case 3 -> annotate(element);
            case 4 -> element.setType(pick(Type.values()));
            case 5 -> element.setType_length(random.nextInt(20) - 1);
            case 6 -> footer.setNum_rows(footer.getNum_rows() + random.nextInt(3) - 1);
            default -> forgeRowGroup();
        }
    }

    /** Gives a column the name of the one before it in the same group, in its chunks' paths too. */
    private void renameLikeSibling(List<SchemaElement> schema) {
        int column = 0;
        for (int i = 1; i + 1 < schema.size(); i++) {
            column += schema.get(i).isSetType() ? 1 : 0;
            if (schema.get(i).isSetType() && schema.get(i + 1).isSetType()) {
                String twin = schema.get(i).getName();
                int renamed = column;
                schema.get(i + 1).setName(twin);
                forEachGroup(group -> {
                    ColumnMetaData chunk = requireNonNull(
                            requireNonNull(group.getColumns()).get(renamed).getMeta_data());
                    List<String> path = new ArrayList<>(requireNonNull(chunk.getPath_in_schema()));
                    path.set(path.size() - 1, twin);
                    chunk.setPath_in_schema(path);
                });
                return;
            }
        }
    }

    private void addEmptyGroup(List<SchemaElement> schema) {
        SchemaElement group = new SchemaElement("group");
        group.setRepetition_type(pick(FieldRepetitionType.values()));
        group.setNum_children(0);
        SchemaElement root = schema.get(0);
        schema.add(random.nextBoolean() ? 1 : schema.size(), group);
        root.setNum_children(root.getNum_children() + 1);
    }

    private void forEachGroup(Consumer<RowGroup> change) {
        requireNonNull(footer.getRow_groups()).forEach(change);
    }

    private void forEachChunk(Consumer<ColumnMetaData> change) {
        forEachGroup(group -> requireNonNull(group.getColumns())
                .forEach(chunk -> change.accept(requireNonNull(chunk.getMeta_data()))));
    }

    private void annotate(SchemaElement element) {
        element.unsetLogicalType();
        element.setConverted_type(pick(ConvertedType.values()));
        element.setPrecision(random.nextInt(20));
        element.setScale(random.nextInt(20));
    }

    private void forgeRowGroup() {
        List<RowGroup> groups = requireNonNull(footer.getRow_groups());
        if (groups.isEmpty()) {
            return;
        }
        RowGroup group = groups.get(random.nextInt(groups.size()));
        List<ColumnChunk> chunks = requireNonNull(group.getColumns());
        ColumnMetaData chunk =
                requireNonNull(chunks.get(random.nextInt(chunks.size())).getMeta_data());
        switch (random.nextInt(10)) {
            case 0 -> chunks.add(chunks.get(0));
            case 1, 2 -> group.setNum_rows(group.getNum_rows() + random.nextInt(3) - 1);
            case 3 -> chunk.setNum_values(chunk.getNum_values() + random.nextInt(3) - 1);
            case 4 -> chunk.setTotal_compressed_size(chunk.getTotal_compressed_size() - random.nextInt(40));
            case 5 -> chunk.setDictionary_page_offset(random.nextInt(3) - 1);
            case 6 -> chunk.unsetDictionary_page_offset();
            case 7 -> chunk.setData_page_offset(chunk.getData_page_offset() + random.nextInt(21) - 10);
            case 8 -> chunks.remove(random.nextInt(chunks.size()));
            default -> chunk.setPath_in_schema(List.of("elsewhere"));
        }
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
