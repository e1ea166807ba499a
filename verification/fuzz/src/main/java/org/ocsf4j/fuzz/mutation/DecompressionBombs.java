package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.util.Arrays;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.PageContent;

/** Lengthens pages with zeros that compress to next to nothing, in one column or in all. */
record DecompressionBombs() implements PageMutator {

    private static final int MOST = 9 << 20;
    private static final int MOST_OF_ALL = 8 << 20;

    private static void lengthen(DraftPage page, int zeros) throws IOException {
        PageContent honest = page.content();
        page.replaceContent(honest.withValues(Arrays.copyOf(honest.values(), honest.values().length + zeros)));
    }

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        boolean all = dice.onceIn(4);
        int most = all ? MOST_OF_ALL / draft.chunks().size() : dice.onceIn(16) ? MOST : 1 << 20;
        int zeros = dice.between(1, Math.min(most, MOST));
        if (!all) {
            lengthen(draft.anyPage(dice), zeros);
            return;
        }
        for (DraftChunk chunk : draft.chunks()) {
            if (!chunk.pages().isEmpty()) {
                lengthen(chunk.pages().get(0), zeros);
            }
        }
    }
}
