package org.ocsf4j.opensearch;

import java.nio.ByteBuffer;

/** The body of a bulk request: action lines and documents by turns, copied from where they stand. */
final class BulkBody implements BodyBytes {

    private final BulkItems items;
    private final int[] positions;
    private final int from;
    private final int to;
    private final byte[] actions;
    private final int[] actionEnds;
    private final long length;

    /** The next item, and whether its action line comes next or its document. */
    private int next;

    private boolean document;

    /** What is being copied: {@code piece[at..end)}. */
    private byte[] piece;

    private int at;
    private int end;

    BulkBody(BulkItems items, int[] positions, int from, int to, byte[] actions, int[] actionEnds) {
        this.items = items;
        this.positions = positions;
        this.from = from;
        this.to = to;
        this.actions = actions;
        this.actionEnds = actionEnds;
        next = from;
        piece = actions;
        long bytes = actionEnds[to - from - 1];
        for (int i = from; i < to; i++) {
            bytes += items.length(positions[i]) + 1;
        }
        length = bytes;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void copyTo(ByteBuffer target) {
        while (target.hasRemaining() && (at < end || nextPiece())) {
            int count = Math.min(end - at, target.remaining());
            target.put(piece, at, count);
            at += count;
        }
    }

    private boolean nextPiece() {
        if (next == to) {
            return false;
        }
        int item = next - from;
        if (document) {
            int event = positions[next];
            piece = items.bytes(event);
            at = items.offset(event);
            end = at + items.length(event) + 1;
            next++;
        } else {
            piece = actions;
            at = item == 0 ? 0 : actionEnds[item - 1];
            end = actionEnds[item];
        }
        document = !document;
        return true;
    }
}
