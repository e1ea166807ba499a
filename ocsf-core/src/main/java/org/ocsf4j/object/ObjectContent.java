package org.ocsf4j.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one version of one object. Every read is of that version or fails with
 * {@link org.ocsf4j.failure.ObjectChangedException}; two reads never mix versions.
 *
 * <p>Thread-safe: ranges may be read from several threads. Whoever opened it closes it.
 */
public interface ObjectContent extends AutoCloseable {

    ObjectIdentity identity();

    /** The object's size in bytes. */
    long sizeBytes();

    /** When this version was stored, absent where the store does not say. For metrics only: it is part of no id. */
    default @Nullable Instant lastModified() {
        return null;
    }

    /**
     * Reads exactly {@code length} bytes that start at {@code position}.
     *
     * @throws IndexOutOfBoundsException where the range is not inside the object or the array
     * @throws org.ocsf4j.failure.ObjectChangedException where the object was replaced; start over
     * @throws org.ocsf4j.failure.ObjectMissingException where it is gone
     * @throws org.ocsf4j.failure.UnavailableException where the store did not answer; a retry helps
     * @throws org.ocsf4j.failure.ConfigurationException where access is denied
     */
    void readFully(long position, byte[] target, int offset, int length);

    @Override
    void close();
}
