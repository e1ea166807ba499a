package org.ocsf4j.fuzz.mutation;

import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Swaps, repeats or removes members of the schema. */
record SchemaOrder() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        List<SchemaElement> schema = Footers.schema(footer);
        int at = dice.below(schema.size());
        switch (dice.below(4)) {
            case 0 -> Collections.swap(schema, at, dice.below(schema.size()));
            case 1 -> schema.add(at, dice.pick(schema).deepCopy());
            case 2 -> {
                if (schema.size() > 1) {
                    schema.remove(at);
                }
            }
            default -> schema.set(at, dice.pick(schema).deepCopy());
        }
    }
}
