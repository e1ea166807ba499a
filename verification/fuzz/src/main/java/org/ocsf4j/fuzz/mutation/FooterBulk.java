package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Blows the footer up to some MiB: members, row groups without rows, or key-value pairs by the thousand. */
record FooterBulk() implements FooterMutator {

    private static final int MANY = 20_000;

    /** So many that the footer just about passes the default limit of 16 MiB or fails it. */
    private static final int MOST = 1_500_000;

    @Override
    public void forge(FileMetaData footer, Dice dice) {
        int count = dice.onceIn(60) ? dice.between(MANY, MOST) : dice.between(1, dice.coin() ? 1_000 : MANY);
        switch (dice.below(3)) {
            case 0 -> members(footer, count);
            case 1 -> rowGroups(footer, count);
            default -> keys(footer, count);
        }
    }

    /** All of them one object, which is written again and again. */
    private static void members(FileMetaData footer, int count) {
        SchemaElement member = new SchemaElement("");
        member.setRepetition_type(FieldRepetitionType.OPTIONAL);
        member.setNum_children(0);
        for (int i = 0; i < count; i++) {
            footer.addToSchema(member);
        }
        SchemaElement root = Footers.schema(footer).get(0);
        root.setNum_children(root.getNum_children() + count);
    }

    private static void rowGroups(FileMetaData footer, int count) {
        RowGroup empty = new RowGroup(new ArrayList<>(), 0, 0);
        for (int i = 0; i < count; i++) {
            footer.addToRow_groups(empty);
        }
    }

    private static void keys(FileMetaData footer, int count) {
        KeyValue pair = new KeyValue("");
        for (int i = 0; i < count; i++) {
            footer.addToKey_value_metadata(pair);
        }
    }
}
