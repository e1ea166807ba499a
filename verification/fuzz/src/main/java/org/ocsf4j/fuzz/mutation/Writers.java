package org.ocsf4j.fuzz.mutation;

import org.apache.parquet.format.FileMetaData;
import org.ocsf4j.fuzz.Dice;

/** Says that another writer made the file, whose known faults readers work around. */
record Writers() implements FooterMutator {

    private static final String[] WRITERS = {
        "parquet-mr version 1.8.0 (build x)",
        "parquet-mr version 1.6.0",
        "parquet-mr",
        "impala version 1.0.0 (build x)",
        "parquet-cpp version 1.2.0",
        "",
        "\0",
        "parquet-mr version 99999999999999999999.0.0",
        "x".repeat(70_000)
    };

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        footer.setCreated_by(dice.pick(WRITERS));
        if (dice.onceIn(4)) {
            footer.setVersion(dice.forged(1));
        }
        if (dice.onceIn(8)) {
            footer.unsetCreated_by();
        }
    }
}
