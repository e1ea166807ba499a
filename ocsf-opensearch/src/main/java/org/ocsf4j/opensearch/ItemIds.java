package org.ocsf4j.opensearch;

import org.jspecify.annotations.Nullable;

/** The document ids of the items of one write. */
interface ItemIds {

    /** The item's id; null where the server makes it. */
    @Nullable
    String id(int event);

    /** Writes the id as it stands in JSON and returns the position behind it; the same position where the server makes it. */
    int write(int event, byte[] target, int position);

    /** The most bytes that {@link #write} writes. */
    int bytesAtMost(int event);
}
