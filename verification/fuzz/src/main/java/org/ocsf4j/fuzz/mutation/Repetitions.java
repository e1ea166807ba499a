package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.ocsf4j.fuzz.Dice;

/** Makes members required, optional or repeated that were not: levels then mean something else. */
record Repetitions() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        for (int times = dice.between(1, 3); times > 0; times--) {
            SchemaElement element = FooterParts.element(footer, dice);
            if (dice.onceIn(8)) {
                element.unsetRepetition_type();
            } else {
                element.setRepetition_type(dice.pick(FieldRepetitionType.values()));
            }
        }
    }
}
