package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.PageContent;

/** Damages the values or levels of a page before they are compressed, under a checksum that fits. */
record PageContents() implements PageMutator {

    private static byte[] damaged(byte[] honest, Dice dice) {
        if (honest.length == 0) {
            return dice.bytes(dice.below(6));
        }
        byte[] bytes = honest.clone();
        int at = dice.below(Math.min(bytes.length, dice.coin() ? 16 : Integer.MAX_VALUE));
        switch (dice.below(6)) {
            case 0 -> bytes[at] = dice.anyByte();
            case 1 -> bytes[at] = dice.coin() ? (byte) 0xFF : 0;
            case 2 -> {
                return SplicedBytes.replace(bytes, at, dice.below(bytes.length - at + 1), new byte[0]);
            }
            case 3 -> {
                return SplicedBytes.replace(bytes, at, 0, dice.bytes(dice.between(1, 32)));
            }
            case 4 -> {
                for (int i = at; i < Math.min(bytes.length, at + 5); i++) {
                    bytes[i] = (byte) 0xFF;
                }
            }
            default -> bytes[at] ^= (byte) (1 << dice.below(8));
        }
        return bytes;
    }

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        DraftPage page = draft.anyPage(dice);
        if (dice.coin()) {
            page.header().unsetCrc();
        }
        PageContent content = page.content();
        page.replaceContent(
                switch (dice.below(4)) {
                    case 0 -> content.withDefinition(damaged(content.definition(), dice));
                    case 1 -> content.withRepetition(damaged(content.repetition(), dice));
                    default -> content.withValues(damaged(content.values(), dice));
                });
    }
}
