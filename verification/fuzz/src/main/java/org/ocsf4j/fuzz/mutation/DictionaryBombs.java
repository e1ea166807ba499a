package org.ocsf4j.fuzz.mutation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Type;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;
import org.ocsf4j.fuzz.file.LeafLevels;
import org.ocsf4j.fuzz.file.PageContent;

/** Lets a small page repeat one long value of a dictionary, in every row or in one list of very many elements. */
record DictionaryBombs() implements PageMutator {

    private static final int LONGEST = 3 << 20;

    /** Replaces the dictionary by one value of {@code length} bytes. */
    private static void lengthen(DraftChunk chunk, int length, Dice dice) throws IOException {
        DraftPage dictionary = chunk.dictionary();
        if (dictionary == null) {
            return;
        }
        byte[] value = new byte[Integer.BYTES + length];
        Arrays.fill(value, (byte) 'x');
        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        dictionary.replaceContent(PageContent.of(value));
        dictionary.claimValues(dice.onceIn(8) ? dice.forged(1) : 1);
    }

    private static boolean hasData(DraftChunk chunk) {
        return chunk.pages().stream().anyMatch(page -> !page.isDictionary());
    }

    private static PageContent repeated(PageContent honest, LeafLevels leaf, int values, boolean keepLevels) {
        byte[] indexes = new Hybrid().bytes((byte) 1).run(values, 0, 1).toBytes();
        if (keepLevels) {
            return honest.withValues(indexes);
        }
        int width = LeafLevels.bitWidth(leaf.maxRepetition());
        byte[] repetition = new Hybrid()
                .run(1, 0, width)
                .run(values - 1L, leaf.maxRepetition(), width)
                .toBytes();
        byte[] definition = new Hybrid()
                .run(values, leaf.maxDefinition(), LeafLevels.bitWidth(leaf.maxDefinition()))
                .toBytes();
        return new PageContent(repetition, definition, indexes);
    }

    @Override
    public void forge(Draft draft, Dice dice) throws IOException {

        List<DraftChunk> chunks = draft.chunks().stream()
                .filter(chunk -> chunk.dictionary() != null
                        && hasData(chunk)
                        && chunk.metadata(draft).getType() == Type.BYTE_ARRAY)
                .toList();
        if (chunks.isEmpty()) {
            new DictionaryIndexes().forge(draft, dice);
            return;
        }
        DraftChunk chunk = dice.pick(chunks);
        lengthen(chunk, dice.onceIn(40) ? LONGEST : 1 << dice.between(4, 16), dice);
        List<DraftPage> pages =
                chunk.pages().stream().filter(page -> !page.isDictionary()).toList();
        DraftPage page = dice.pick(pages);
        int before = page.valueCount();
        int values = chunk.leaf().maxRepetition() > 0 && dice.coin() ? dice.between(1, 3_000_000) : before;
        page.replaceContent(repeated(page.content(), chunk.leaf(), values, values == before));
        if (values != before) {
            page.claimValues(values);
            DataPageHeaderV2 version2 = page.header().getData_page_header_v2();
            if (version2 != null) {
                version2.setNum_rows(1).setNum_nulls(0);
            }
            draft.forgeMetadata(chunk).setNum_values(chunk.metadata(draft).getNum_values() - before + values);
        }
    }
}
