package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;

/** Forges the header and blocks of delta encodings: blocks of 2^31 values, no miniblocks, bit widths up to 255. */
record DeltaHeaders() implements PageMutator {

    private static final Encoding[] DELTAS = {
        Encoding.DELTA_BINARY_PACKED, Encoding.DELTA_BYTE_ARRAY, Encoding.DELTA_LENGTH_BYTE_ARRAY
    };

    /** A page that is delta-encoded, or any that says so from now on. */
    private static DraftPage deltaPage(Draft draft, Dice dice) {
        for (int tries = 0; tries < 4; tries++) {
            DraftPage page = draft.anyPage(dice);
            if (List.of(DELTAS).contains(encoding(page.header()))) {
                return page;
            }
        }
        DraftChunk chunk = draft.anyChunk(dice);
        DraftPage page = dice.pick(chunk.pages());
        Encoding delta =
                chunk.metadata(draft).getType().getValue() <= 2 ? Encoding.DELTA_BINARY_PACKED : dice.pick(DELTAS);
        if (page.header().isSetData_page_header()) {
            page.header().getData_page_header().setEncoding(delta);
        } else if (page.header().isSetData_page_header_v2()) {
            page.header().getData_page_header_v2().setEncoding(delta);
        }
        return page;
    }

    private static Encoding encoding(PageHeader header) {
        if (header.isSetData_page_header()) {
            return header.getData_page_header().getEncoding();
        }
        return header.isSetData_page_header_v2()
                ? header.getData_page_header_v2().getEncoding()
                : Encoding.PLAIN;
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
