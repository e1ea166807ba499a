package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.PageContent;

/** Repeats, removes or swaps pages, brings in pages of other columns, or pages without values by the hundred. */
record PageOrder() implements PageMutator {

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        List<DraftPage> pages = draft.anyChunk(dice).pages();
        int at = dice.below(pages.size());
        switch (dice.below(6)) {
            case 0 -> pages.add(at, pages.get(at).copy());
            case 1 -> {
                if (pages.size() > 1) {
                    pages.remove(at);
                }
            }
            case 2 -> Collections.swap(pages, at, dice.below(pages.size()));
            case 3 -> pages.set(at, draft.anyPage(dice).copy());
            case 4 -> pages.add(at, draft.anyPage(dice).copy());
            default -> {
                DraftPage empty = pages.get(at).copy();
                empty.claimValues(0);
                if (dice.coin()) {
                    empty.replaceContent(PageContent.of(new byte[0]));
                }
                for (int times = dice.onceIn(20) ? 20_000 : dice.between(1, 300); times > 0; times--) {
                    pages.add(at, empty);
                }
            }
        }
    }
}
