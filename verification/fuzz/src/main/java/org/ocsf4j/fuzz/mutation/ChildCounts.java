package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.fuzz.Dice;

/** Forges how many members groups have, makes groups of columns and columns of groups. */
record ChildCounts() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        SchemaElement element = FooterParts.element(footer, dice);
        if (dice.onceIn(6)) {
            element.unsetNum_children();
        } else if (dice.coin()) {
            element.setNum_children(element.getNum_children() + dice.between(-1, 1));
        } else {
            element.setNum_children(dice.forged(element.getNum_children()));
        }
        if (dice.onceIn(4)) {
            element.unsetType();
        }
    }
}
