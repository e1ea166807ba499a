package org.ocsf4j.parquet.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which bytes of the file each column chunk claims, over all row groups. No two may claim the same: a file that repeats one
 * large chunk under many names would be a small file with endless work.
 */
final class ChunkRanges {

    /** The longest header of a dictionary page that a chunk's size may lack. */
    private static final int MAX_MISSING_BYTES = 100;

    private final List<RowGroup> groups;
    private final Claim[] claims;
    private final long footerStart;

    private ChunkRanges(List<RowGroup> groups, long footerStart) {
        this.groups = groups;
        this.footerStart = footerStart;
        List<Claim> all = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            List<ColumnChunk> chunks = groups.get(group).columns();
            for (int column = 0; column < chunks.size(); column++) {
                ColumnChunk chunk = chunks.get(column);
                if (chunk.sizeBytes() > 0) {
                    all.add(new Claim(group, column, chunk.startPosition(), chunk.endPosition()));
                }
            }
        }
        this.claims = all.toArray(new Claim[0]);
        Arrays.sort(claims);
    }

    /** A chunk's bytes, {@code start} to before {@code end}. Ordered by where they start. */
    private record Claim(int rowGroup, int column, long start, long end) implements Comparable<Claim> {

        @Override
        public int compareTo(Claim other) {
            return Long.compare(start, other.start);
        }
    }

    /**
     * Checks the row groups' chunks against one another, and mends them: old parquet-mr left the dictionary page's header out
     * of a chunk's size (PARQUET-816), so a chunk that stops a header's length before the next one of its row group, or before the footer, is
     * taken to reach up to it.
     *
     * @param paths of the leaf columns
     * @return the row groups, mended
     * @throws MalformedException where two chunks claim the same bytes
     */
    static List<RowGroup> settle(List<RowGroup> groups, List<List<String>> paths, long footerStart) {
        ChunkRanges ranges = new ChunkRanges(groups, footerStart);
        ranges.check(paths);
        return ranges.mend();
    }

    private void check(List<List<String>> paths) {
        for (int i = 1; i < claims.length; i++) {
            Claim before = claims[i - 1];
            Claim claim = claims[i];
            if (claim.start < before.end) {
                throw new MalformedException(
                        "the column chunk claims bytes of another; " + claim.start + " to " + claim.end
                                + ", and row group " + before.rowGroup + ", column "
                                + String.join(".", paths.get(before.column)) + " has " + before.start + " to "
                                + before.end,
                        claim.rowGroup,
                        String.join(".", paths.get(claim.column)));
            }
        }
    }

    private List<RowGroup> mend() {
        List<ColumnChunk[]> chunks = new ArrayList<>();
        for (RowGroup group : groups) {
            chunks.add(group.columns().toArray(new ColumnChunk[0]));
        }
        for (int i = 0; i < claims.length; i++) {
            Claim claim = claims[i];
            Claim next = i + 1 < claims.length ? claims[i + 1] : new Claim(claim.rowGroup, 0, footerStart, footerStart);
            long gap = next.rowGroup == claim.rowGroup ? next.start - claim.end : 0;
            if (gap > 0 && gap <= MAX_MISSING_BYTES) {
                ColumnChunk[] siblings = chunks.get(claim.rowGroup);
                siblings[claim.column] = siblings[claim.column].longer((int) gap);
            }
        }
        List<RowGroup> mended = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            mended.add(new RowGroup(groups.get(i).rowCount(), List.of(chunks.get(i))));
        }
        return mended;
    }
}
