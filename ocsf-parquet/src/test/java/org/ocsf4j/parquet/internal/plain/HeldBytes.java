package org.ocsf4j.parquet.internal.plain;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** Holds the value of a column until its neighbour has been read too. */
final class HeldBytes extends PrimitiveConverter {

    private byte @Nullable [] bytes;

    @Override
    public void addBinary(Binary value) {
        bytes = value.getBytes();
    }

    /** The value since the last call, or null where there was none. */
    byte @Nullable [] take() {
        byte[] taken = bytes;
        bytes = null;
        return taken;
    }
}
