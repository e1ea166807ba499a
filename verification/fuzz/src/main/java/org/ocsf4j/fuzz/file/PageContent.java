package org.ocsf4j.fuzz.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A page decompressed. Arrays are not written to; a forged page has others.
 *
 * @param repetition the repetition levels in the RLE hybrid, without their length
 * @param definition the definition levels in the RLE hybrid, without their length
 * @param values what follows them; all of a dictionary page
 */
@SuppressWarnings("ArrayRecordComponent") // parts of a page, never compared
public record PageContent(byte[] repetition, byte[] definition, byte[] values) {

    private static final byte[] NONE = {};

    /** A page of values alone. */
    public static PageContent of(byte[] values) {
        return new PageContent(NONE, NONE, values);
    }

    /** Takes a sound page of version 1 apart: each kind of levels has its length in four bytes before it. */
    static PageContent ofVersion1(byte[] page, LeafLevels leaf) {
        int at = 0;
        byte[] repetition = NONE;
        if (leaf.maxRepetition() > 0) {
            repetition = levels(page, at);
            at += Integer.BYTES + repetition.length;
        }
        byte[] definition = NONE;
        if (leaf.maxDefinition() > 0) {
            definition = levels(page, at);
            at += Integer.BYTES + definition.length;
        }
        return new PageContent(repetition, definition, Arrays.copyOfRange(page, at, page.length));
    }

    private static byte[] levels(byte[] page, int at) {
        int length = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
        return Arrays.copyOfRange(page, at + Integer.BYTES, at + Integer.BYTES + length);
    }

    /** The page of version 1 that has these parts. */
    byte[] version1(LeafLevels leaf) {
        ByteBuffer page = ByteBuffer.allocate(2 * Integer.BYTES + repetition.length + definition.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        if (leaf.maxRepetition() > 0) {
            page.putInt(repetition.length).put(repetition);
        }
        if (leaf.maxDefinition() > 0) {
            page.putInt(definition.length).put(definition);
        }
        page.put(values);
        return Arrays.copyOf(page.array(), page.position());
    }

    public PageContent withRepetition(byte[] other) {
        return new PageContent(other, definition, values);
    }

    public PageContent withDefinition(byte[] other) {
        return new PageContent(repetition, other, values);
    }

    public PageContent withValues(byte[] other) {
        return new PageContent(repetition, definition, other);
    }
}
