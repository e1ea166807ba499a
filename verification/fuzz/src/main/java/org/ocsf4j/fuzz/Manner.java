package org.ocsf4j.fuzz;

import java.util.Objects;
import org.ocsf4j.transform.Transform;

/**
 * How a case's file is read.
 *
 * @param everyOption whether nulls are written and JSON embedded, not the defaults
 * @param severalAtOnce whether row groups are read on several threads
 * @param transform which rows and fields are read
 */
public record Manner(boolean everyOption, boolean severalAtOnce, Transform transform) {

    /** By the defaults. */
    public static final Manner PLAIN = new Manner(false, false, Transform.NONE);

    public Manner {
        Objects.requireNonNull(transform, "transform");
    }

    @Override
    public String toString() {
        return (everyOption ? ", every option" : "")
                + (severalAtOnce ? ", several row groups at once" : "")
                + (transform.isNone() ? "" : ", " + transform);
    }
}
