package org.ocsf4j.fuzz.mutation;

import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Gives a column another physical type, in the schema, in its chunks, or in both. */
record PhysicalTypes() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        Type type = dice.pick(Type.values());
        int choice = dice.below(3);
        List<ColumnMetaData> chunks = FooterParts.column(footer, dice);
        if (choice != 0) {
            chunks.forEach(chunk -> chunk.setType(type));
        }
        if (choice == 1 || chunks.isEmpty()) {
            return;
        }
        List<String> path = Footers.path(chunks.get(0));
        for (SchemaElement element : Footers.schema(footer)) {
            if (element.isSetType() && path.get(path.size() - 1).equals(element.getName())) {
                element.setType(type);
                if (type == Type.FIXED_LEN_BYTE_ARRAY && dice.coin()) {
                    element.setType_length(dice.between(1, 20));
                }
            }
        }
    }
}
