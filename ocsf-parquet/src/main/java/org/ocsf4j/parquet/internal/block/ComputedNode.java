package org.ocsf4j.parquet.internal.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.ocsf4j.parquet.internal.json.DocumentTooLongException;
import org.ocsf4j.parquet.internal.json.JsonText;

/**
 * What has to be made for each slot from what several columns say. It is made when the block is settled, so that its length
 * is known; the text is kept up to a limit, because few bytes of a file can make many of text, and beyond that made again
 * when it is written.
 */
abstract class ComputedNode extends Node {

    private static final int KEPT_BYTES = 1 << 20;

    /** Instead of an offset. */
    private static final int NOT_KEPT = -1;

    private final int maxBytes;
    private final JsonText kept;
    private final JsonText again;
    private int[] offsets = new int[0];

    /** The text of each slot, in bytes; one more than the limit where it is too long to be made. */
    int[] lengths = new int[0];

    private boolean leavesOut;

    /** @param maxBytes the longest text of one slot */
    ComputedNode(byte[] prefix, int definedAt, int nullFrom, int maxBytes) {
        super(prefix, definedAt, nullFrom);
        this.maxBytes = maxBytes;
        this.kept = new JsonText(maxBytes);
        this.again = new JsonText(maxBytes);
    }

    /**
     * Writes the text of one slot, with its prefix; nothing where it is to be left out.
     *
     * @param first false where the slot was spelt before and must not be counted again
     */
    abstract void spell(int slot, JsonText to, boolean first) throws IOException;

    /** To be called when all below is settled. */
    final void compute(int slots) {
        if (lengths.length < slots) {
            lengths = new int[slots];
            offsets = new int[slots];
        }
        leavesOut = false;
        int end = 0;
        for (int i = 0; i < slots; i++) {
            kept.begin(end);
            lengths[i] = made(i, kept, true);
            leavesOut |= lengths[i] == 0;
            boolean isKept = kept.size() <= KEPT_BYTES && lengths[i] <= maxBytes;
            offsets[i] = isKept ? end : NOT_KEPT;
            end = isKept ? kept.size() : end;
        }
    }

    private int made(int slot, JsonText to, boolean first) {
        int before = to.size();
        try {
            spell(slot, to, first);
        } catch (DocumentTooLongException e) {
            to.abandon();
            return maxBytes + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return to.size() - before;
    }

    /** The text of a slot that is not too long. */
    final byte[] text(int slot) {
        JsonText from = textOf(slot);
        int start = Math.max(offsets[slot], 0);
        return Arrays.copyOfRange(from.bytes(), start, start + lengths[slot]);
    }

    /** Where the text of a slot is: from its offset on where it was kept, else from 0 on. */
    private JsonText textOf(int slot) {
        if (offsets[slot] != NOT_KEPT) {
            return kept;
        }
        again.begin(0);
        made(slot, again, false);
        return again;
    }

    /** Writes slots as {@link Segments#write} does, without the {@code skipped} bytes in front of each. */
    final void write(byte[] buffer, int[] positions, int from, int to, int skipped) {
        for (int i = from; i < to; i++) {
            int length = lengths[i] - skipped;
            if (length <= 0 || lengths[i] > maxBytes) {
                continue; // what is too long is in no document, only in an entry that was dropped
            }
            JsonText text = textOf(i);
            System.arraycopy(text.bytes(), Math.max(offsets[i], 0) + skipped, buffer, positions[i], length);
            positions[i] += length;
        }
    }

    @Override
    final boolean isSolid() {
        return !leavesOut && super.isSolid();
    }

    @Override
    final void fold(Segments segments, boolean first) {
        if (!isSilent()) {
            segments.computed(this, first ? 1 : 0);
        }
    }
}
