package org.ocsf4j.object;

import org.ocsf4j.notification.ObjectNotification;

/**
 * Opens the objects that notifications name. Thread-safe. Implementations in this project: S3 ({@code ocsf-aws}) and
 * {@link LocalFileStore}.
 */
public interface ObjectStore extends AutoCloseable {

    /**
     * Opens the object as it is now, or the version that the notification names, pinned to its entity tag. The caller closes
     * what is returned.
     *
     * @throws org.ocsf4j.failure.ObjectMissingException where it is not there; no retry helps
     * @throws org.ocsf4j.failure.UnavailableException where the store did not answer; a retry helps
     * @throws org.ocsf4j.failure.ConfigurationException where access is denied
     */
    ObjectContent open(ObjectNotification notification);

    /** Releases what the store itself opened; clients that the caller passed in stay open. */
    @Override
    default void close() {}
}
