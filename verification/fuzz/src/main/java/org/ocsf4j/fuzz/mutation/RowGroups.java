package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Footers;

/** Repeats, swaps, removes or empties row groups, with file row counts that follow or not. */
record RowGroups() implements FooterMutator {

    @Override
    public void forge(FileMetaData footer, Dice dice) {

        List<RowGroup> groups = Footers.rowGroups(footer);
        if (groups.isEmpty()) {
            return;
        }
        int at = dice.below(groups.size());
        switch (dice.below(5)) {
            case 0 -> {
                for (int times = dice.coin() ? 1 : dice.between(2, 300); times > 0; times--) {
                    groups.add(groups.get(at).deepCopy());
                }
            }
            case 1 -> groups.remove(at);
            case 2 -> Collections.swap(groups, at, dice.below(groups.size()));
            case 3 -> groups.get(at).setColumns(new ArrayList<>());
            default -> groups.get(at).setNum_rows(0);
        }
        if (!dice.onceIn(4)) {
            footer.setNum_rows(groups.stream().mapToLong(RowGroup::getNum_rows).sum());
        }
    }
}
