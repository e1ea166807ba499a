package org.ocsf4j.schema.normalize;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param json the event; as it was where there is a problem
 * @param problem why it was left as it was; null where it was normalised
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record NormalizedEvent(byte[] json, @Nullable String problem) {

    public NormalizedEvent {
        Objects.requireNonNull(json, "json");
    }

    public boolean isNormalized() {
        return problem == null;
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return new String(json, StandardCharsets.UTF_8);
    }
}
