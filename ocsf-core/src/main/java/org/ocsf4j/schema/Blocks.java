package org.ocsf4j.schema;

/** Parts of a resource, each of which can be read by itself: their count, the length of each in bytes, the parts. */
final class Blocks {

    private final byte[] bytes;
    private final int[] offsets;

    /** Takes the blocks that are next. */
    Blocks(byte[] bytes, Varints in) {
        this.bytes = bytes;
        this.offsets = new int[in.next()];
        int sum = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = sum;
            sum += in.next();
        }
        int start = in.position();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] += start;
        }
        in.skip(sum);
    }

    int count() {
        return offsets.length;
    }

    /** A reader of one part. */
    Varints at(int index) {
        Varints in = new Varints(bytes);
        in.skip(offsets[index]);
        return in;
    }
}
