package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.DataPageHeaderV2;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.PageCodec;

/** Forges how many bytes the levels of a page have. */
record LevelLengths() implements PageMutator {

    private static final int LONGEST = 1 << 24;

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {
        DraftPage page = draft.anyPage(dice);
        DataPageHeaderV2 version2 = page.header().getData_page_header_v2();
        if (version2 != null) {
            if (dice.coin()) {
                version2.setDefinition_levels_byte_length(dice.forged(version2.getDefinition_levels_byte_length()));
            } else {
                version2.setRepetition_levels_byte_length(dice.forged(version2.getRepetition_levels_byte_length()));
            }
            return;
        }
        int size = page.header().getUncompressed_page_size();
        if (size < Integer.BYTES || size > LONGEST || page.isDictionary()) {
            return;
        }
        byte[] content;
        try {
            content = PageCodec.decompress(page.codec(), page.stored(), size).clone();
        } catch (IOException | RuntimeException damaged) {
            return; // another mutator has been at this page
        }
        ByteBuffer levels = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        if (page.leaf().maxRepetition() > 0 && page.leaf().maxDefinition() > 0 && dice.coin()) {
            at = Integer.BYTES + page.content().repetition().length;
        }
        if (at <= content.length - Integer.BYTES) {
            levels.putInt(at, dice.forged(levels.getInt(at)));
        }
        page.replaceStored(PageCodec.compress(page.codec(), content), content.length);
    }
}
