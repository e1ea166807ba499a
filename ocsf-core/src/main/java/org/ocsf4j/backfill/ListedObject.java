package org.ocsf4j.backfill;

import java.io.Serializable;
import java.util.Objects;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/**
 * An object as a bucket's listing shows it.
 *
 * @param identity where it is, and its entity tag
 * @param sizeBytes its size
 */
public record ListedObject(ObjectIdentity identity, long sizeBytes) implements Serializable {

    public ListedObject {
        Objects.requireNonNull(identity, "identity");
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("[" + identity.location() + "] the size is negative; " + sizeBytes);
        }
    }

    /** Its key. */
    public String key() {
        return identity.location().key();
    }

    /** What announces it. */
    ObjectNotification notification() {
        ObjectLocation location = identity.location();
        return new ObjectNotification(location, identity.eTag(), sizeBytes, null, 0);
    }
}
