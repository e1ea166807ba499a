package org.ocsf4j.parquet.internal.column;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.page.Encodings;
import org.ocsf4j.parquet.internal.page.MalformedException;

/** The repetition or the definition levels of one page, of whichever encoding. */
public final class LevelReader {

    private final int max;
    private final HybridReader runs = new HybridReader();
    private boolean bitPacked;
    private byte[] bytes = new byte[0];
    private int start;
    private int done;

    public LevelReader(int max) {
        this.max = max;
    }

    public void init(byte[] source, int from, int end, int encoding) {
        if (max == 0) {
            return;
        }
        bitPacked = encoding == Encodings.BIT_PACKED;
        if (bitPacked) {
            bytes = source;
            start = from;
            done = 0;
        } else {
            runs.init(source, from, end, Integer.SIZE - Integer.numberOfLeadingZeros(max));
        }
    }

    /** The level of the next {@code count} entries if one run says that they are all the same, else -1; takes none. */
    public int peekUniform(int count) {
        if (max == 0) {
            return 0;
        }
        if (bitPacked) {
            return -1;
        }
        int level = runs.peekUniform(count);
        if (level > max) {
            throw new MalformedException("a level is outside 0.." + max + "; " + level);
        }
        return level;
    }

    /** Takes what {@link #peekUniform} saw. */
    public void skipUniform(int count) {
        if (max > 0) {
            runs.skipUniform(count);
        }
    }

    public void read(byte[] to, int at, int count) {
        if (max == 0) {
            Arrays.fill(to, at, at + count, (byte) 0);
        } else if (bitPacked) {
            BitPackedLevels.read(bytes, start, done, to, at, count, max);
            done += count;
        } else {
            runs.readLevels(to, at, count, max);
        }
    }
}
