package org.ocsf4j.parquet.internal.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.internal.shape.MemberNames;

/**
 * Walks the flattened schema tree without recursion, so that a hostile one cannot exhaust the stack, and gives the members of
 * each group unique names.
 */
final class SchemaChecks {

    private final ParquetPlace file;
    private final int maxGroups;

    SchemaChecks(ParquetOptions limits, ParquetPlace file) {
        this.file = file;
        // a list or map is two groups and one level of JSON
        this.maxGroups = 2 * limits.maxNesting() + 2;
    }

    /** A group whose members are being read. */
    private static final class OpenGroup {
        private final List<String> path;
        private final List<String> uniquePath;
        private final boolean repeated;
        private final MemberNames names = new MemberNames();
        private int membersLeft;

        OpenGroup(List<String> path, List<String> uniquePath, boolean repeated, int members) {
            this.path = path;
            this.uniquePath = uniquePath;
            this.repeated = repeated;
            this.membersLeft = members;
        }
    }

    List<SchemaLeaf> check(@Nullable List<SchemaElement> schema) {
        if (schema == null || schema.isEmpty()) {
            throw new ParquetFormatException(file, "the footer has no schema");
        }
        List<SchemaLeaf> leaves = new ArrayList<>();
        Deque<OpenGroup> open = new ArrayDeque<>();
        open.push(new OpenGroup(List.of(), List.of(), false, members(schema.get(0))));
        for (SchemaElement element : schema.subList(1, schema.size())) {
            while (!open.isEmpty() && open.element().membersLeft == 0) {
                open.pop();
            }
            if (open.isEmpty()) {
                throw new ParquetFormatException(
                        file, "the schema has fields that belong to no group; " + element.getName());
            }
            field(element, open, leaves);
        }
        for (OpenGroup group : open) {
            if (group.membersLeft > 0) {
                throw new ParquetFormatException(file, "the schema ends inside a group; " + group.path);
            }
        }
        return leaves;
    }

    private void field(SchemaElement element, Deque<OpenGroup> open, List<SchemaLeaf> leaves) {
        OpenGroup parent = open.element();
        parent.membersLeft--;
        String fieldName = Objects.requireNonNullElse(element.getName(), "");
        List<String> path = append(parent.path, fieldName);
        ParquetPlace place = file.withColumn(String.join(".", path));
        if (element.getRepetition_type() == null) {
            throw new ParquetFormatException(place, "the field says neither required, optional nor repeated");
        }
        String name = parent.names.unique(fieldName);
        List<String> uniquePath = append(parent.uniquePath, name);
        element.setName(name);
        boolean repeated = parent.repeated || element.getRepetition_type() == FieldRepetitionType.REPEATED;
        @Nullable Type type = element.getType();
        if (type != null) {
            if (element.getNum_children() > 0) {
                throw new ParquetFormatException(place, "the field has both a type and members");
            }
            leaves.add(new SchemaLeaf(path, uniquePath, type, repeated));
            return;
        }
        if (path.size() > maxGroups) {
            throw new ParquetFormatException(
                    place, "the schema nests too deeply; limit " + maxGroups + " groups; raise maxNesting");
        }
        open.push(new OpenGroup(path, uniquePath, repeated, members(element)));
    }

    private int members(SchemaElement group) {
        int members = group.getNum_children();
        if (members < 0) {
            throw new ParquetFormatException(file, "a group has a negative number of members; " + members);
        }
        return members;
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(name);
        return longer;
    }
}
