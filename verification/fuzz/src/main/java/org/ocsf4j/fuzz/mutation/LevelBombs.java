package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.util.List;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.LeafLevels;

/** Writes levels that claim up to 2^31 values in a few bytes, or levels that no schema has. */
record LevelBombs() implements PageMutator {

    private static byte[] levels(int max, DraftPage page, Dice dice) {
        int width = LeafLevels.bitWidth(max);
        Hybrid levels = new Hybrid();
        for (int runs = dice.between(1, 4); runs > 0; runs--) {
            int level = dice.onceIn(8) ? dice.forged(max) : dice.below(max + 1);
            switch (dice.below(6)) {
                case 0 -> levels.run(Integer.MAX_VALUE, level, width);
                case 1 -> levels.run(0, level, width);
                case 2 -> levels.packed(dice.forged(4L)).bytes(dice.bytes(dice.below(20)));
                case 3 -> levels.endlessNumber();
                case 4 -> levels.run(dice.forged((long) page.valueCount()), level, width);
                default -> levels.run(dice.between(1, Math.max(1, page.valueCount())), level, width);
            }
        }
        return levels.toBytes();
    }

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        DraftChunk chunk = draft.anyChunk(dice);
        List<DraftPage> pages =
                chunk.pages().stream().filter(page -> !page.isDictionary()).toList();
        if (pages.isEmpty()) {
            return;
        }
        DraftPage page = dice.pick(pages);
        LeafLevels leaf = page.leaf();
        if (dice.coin()) {
            page.replaceContent(page.content().withDefinition(levels(leaf.maxDefinition(), page, dice)));
        }
        if (leaf.maxRepetition() > 0 && dice.coin()) {
            page.replaceContent(page.content().withRepetition(levels(leaf.maxRepetition(), page, dice)));
        }
        if (dice.onceIn(4)) {
            int before = page.valueCount();
            int forged = dice.onceIn(3) ? Integer.MAX_VALUE : dice.between(1_000, 5_000_000);
            page.claimValues(forged);
            draft.forgeMetadata(chunk).setNum_values(chunk.metadata(draft).getNum_values() - before + forged);
        }
    }
}
