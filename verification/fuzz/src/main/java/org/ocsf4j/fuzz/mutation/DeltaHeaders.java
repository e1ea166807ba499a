package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;

/** Forges the header and blocks of delta encodings: blocks of 2^31 values, no miniblocks, bit widths up to 255. */
record DeltaHeaders() implements PageMutator {

    private static final Encoding[] DELTAS = {
        Encoding.DELTA_BINARY_PACKED, Encoding.DELTA_BYTE_ARRAY, Encoding.DELTA_LENGTH_BYTE_ARRAY
    };

    private static boolean isInteger(@Nullable Type type) {
        return type == Type.INT32 || type == Type.INT64;
    }

    /** A page that is delta-encoded, or any that says so from now on. */
    private static DraftPage deltaPage(Draft draft, Dice dice) {
        for (int tries = 0; tries < 4; tries++) {
            DraftPage page = draft.anyPage(dice);
            if (page.encoding() != null && List.of(DELTAS).contains(page.encoding())) {
                return page;
            }
        }
        DraftChunk chunk = draft.anyChunk(dice);
        DraftPage page = dice.pick(chunk.pages());
        Encoding delta = isInteger(chunk.metadata(draft).getType()) ? Encoding.DELTA_BINARY_PACKED : dice.pick(DELTAS);
        page.claimEncoding(delta);
        return page;
    }

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        DraftPage page = deltaPage(draft, dice);
        if (page.isDictionary()) {
            return;
        }
        Hybrid delta = new Hybrid();
        int miniBlocks = dice.coin() ? 4 : dice.forged(4);
        delta.number(dice.coin() ? 128 : dice.forged(128) & 0xFFFF_FFFFL);
        delta.number(miniBlocks & 0xFFFF_FFFFL);
        delta.number((dice.coin() ? page.valueCount() : dice.forged(page.valueCount())) & 0xFFFF_FFFFL);
        delta.number(dice.forged(0L));
        for (int blocks = dice.between(0, 3); blocks > 0; blocks--) {
            delta.number(dice.forged(0L));
            for (int i = 0; i < Math.min(Math.max(0, miniBlocks), 16); i++) {
                delta.bytes(dice.onceIn(4) ? dice.anyByte() : (byte) dice.below(65));
            }
            delta.bytes(dice.bytes(dice.below(200)));
        }
        byte[] honest = page.content().values();
        byte[] forged = delta.toBytes();
        page.replaceContent(page.content()
                .withValues(
                        dice.coin() ? forged : SplicedBytes.replace(honest, 0, Math.min(4, honest.length), forged)));
    }
}
