package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Wraps a column in many groups, required or repeated, with a path that follows or not. */
record SchemaDepth() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        int levels = dice.onceIn(4) ? dice.between(1, 5_000) : dice.between(1, 150);
        FieldRepetitionType repetition = dice.pick(FieldRepetitionType.values());
        List<SchemaElement> groups = new ArrayList<>();
        List<String> path = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            SchemaElement group = new SchemaElement("w");
            group.setNum_children(1);
            group.setRepetition_type(repetition);
            groups.add(group);
            path.add("w");
        }
        Footers.schema(footer).addAll(Math.min(1, footer.getSchemaSize()), groups);
        for (RowGroup group : Footers.rowGroups(footer)) {
            ColumnMetaData first = group.getColumnsSize() == 0
                    ? null
                    : Footers.columns(group).get(0).getMeta_data();
            if (first != null && !dice.onceIn(4)) {
                Footers.path(first).addAll(0, path);
            }
        }
    }
}
