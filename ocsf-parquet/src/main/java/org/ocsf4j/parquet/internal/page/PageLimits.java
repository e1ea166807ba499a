package org.ocsf4j.parquet.internal.page;

/**
 * What a file may ask for, checked before anything is allocated.
 *
 * @param footerBytes the footer
 * @param pageBytes one page, compressed or not
 * @param rowGroupBytes the compressed column chunks of one row group
 * @param heldBytes what all columns of a row group hold at once, see {@link MemoryBudget}
 * @param expansionRatio uncompressed to compressed bytes of one page, above {@code expansionFloorBytes}
 * @param expansionFloorBytes the page size below which any ratio is fine
 * @param nesting groups within groups
 * @param windowBytes compressed bytes of a row group held at once; a larger row group is read through windows
 */
public record PageLimits(
        int footerBytes,
        int pageBytes,
        long rowGroupBytes,
        long heldBytes,
        int expansionRatio,
        int expansionFloorBytes,
        int nesting,
        int windowBytes) {

    public static final PageLimits DEFAULT =
            new PageLimits(16 << 20, 64 << 20, 512L << 20, 256L << 20, 200, 8 << 20, 64, 32 << 20);
}
