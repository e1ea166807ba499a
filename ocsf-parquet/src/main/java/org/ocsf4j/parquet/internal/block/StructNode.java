package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.column.ColumnReader;

/**
 * An object. How it is written depends on what is known in the block:
 *
 * <ul>
 *   <li>absent from every slot: not at all
 *   <li>there in every slot, with a member that no column says: that one comes first
 *   <li>there in every slot, and so is its first member that says anything: braces are constants
 *   <li>there in every slot, and so is a later member: the first member's comma becomes the opening brace
 *   <li>otherwise each slot is asked, and an object without members is {@code {}}
 * </ul>
 */
final class StructNode extends Node {

    private static final byte[] CLOSE = {'}'};
    private static final byte[] EMPTY = {'{', '}'};

    private final Node[] members;
    private final byte[] open;

    /** {@code ,"name":value} of the members that it always has. */
    final byte[] constants;

    /** Where each slot's object begins, while it is measured and while it is written. */
    int[] marks = new int[0];

    StructNode(byte[] prefix, int definedAt, int nullFrom, Node[] members, byte[] constants) {
        super(prefix, definedAt, nullFrom);
        this.constants = constants;
        this.members = members;
        this.open = Arrays.copyOf(prefix, prefix.length + 1);
        this.open[prefix.length] = '{';
    }

    @Override
    ColumnReader witness() {
        return members[0].witness();
    }

    @Override
    void settle(int slots) {
        if (members.length == 0) {
            level(definedAt, levels, slots); // only the root, of which no column is written
            return;
        }
        Node witness = members[0];
        witness.settle(slots);
        for (int i = 1; i < members.length; i++) {
            members[i].settle(slots);
            if (definedAt > 0) {
                agree(members[i - 1], members[i], definedAt, slots);
            }
        }
        uniformLevel = witness.uniformLevel;
        levels = witness.levels;
        lowestLevel = witness.lowestLevel;
        highestLevel = witness.highestLevel;
    }

    @Override
    void fold(Segments segments, boolean first) {
        if (highestLevel < definedAt && uniformLevel >= 0) {
            foldNull(segments, first);
        } else if (isSilent()) {
            return;
        } else if (lowestLevel >= definedAt) {
            foldPresent(segments, first);
        } else {
            foldDynamic(segments, first);
        }
    }

    private void foldPresent(Segments segments, boolean first) {
        int skipped = first ? 1 : 0;
        if (constants.length > 0) {
            segments.constant(open, skipped, open.length - skipped);
            segments.constant(constants, 1, constants.length - 1);
            foldMembers(segments, 0);
            segments.constant(CLOSE, 0, CLOSE.length);
            return;
        }
        int speaker = 0;
        while (speaker < members.length && members[speaker].isSilent()) {
            speaker++;
        }
        if (speaker == members.length) {
            segments.constant(prefix, skipped, prefix.length - skipped);
            segments.constant(EMPTY, 0, EMPTY.length);
        } else if (members[speaker].isSolid()) {
            segments.constant(open, skipped, open.length - skipped);
            members[speaker].fold(segments, true);
            foldMembers(segments, speaker + 1);
            segments.constant(CLOSE, 0, CLOSE.length);
        } else if (hasSolid(speaker + 1)) {
            segments.constant(prefix, skipped, prefix.length - skipped);
            segments.mark(this);
            foldMembers(segments, speaker);
            segments.constant(CLOSE, 0, CLOSE.length);
            segments.brace(this);
        } else {
            foldDynamic(segments, first);
        }
    }

    private boolean hasSolid(int from) {
        for (int i = from; i < members.length; i++) {
            if (members[i].isSolid()) {
                return true;
            }
        }
        return false;
    }

    private void foldDynamic(Segments segments, boolean first) {
        segments.open(this, first ? 1 : 0);
        foldMembers(segments, 0);
        segments.close(this);
    }

    private void foldMembers(Segments segments, int from) {
        for (int i = from; i < members.length; i++) {
            members[i].fold(segments, false);
        }
    }
}
