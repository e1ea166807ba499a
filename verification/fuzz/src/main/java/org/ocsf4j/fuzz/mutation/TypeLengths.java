package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Forges the length of fixed byte arrays. */
record TypeLengths() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        boolean any = false;
        for (SchemaElement element : Footers.schema(footer)) {
            if (element.getType() == Type.FIXED_LEN_BYTE_ARRAY && dice.coin()) {
                element.setType_length(dice.forged(element.getType_length()));
                any = true;
            }
        }
        if (!any) {
            FooterParts.element(footer, dice).setType_length(dice.forged(16));
        }
    }
}
