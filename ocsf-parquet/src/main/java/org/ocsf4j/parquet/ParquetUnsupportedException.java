package org.ocsf4j.parquet;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.CorruptObjectException;

/**
 * The file may be sound but cannot be read here: it is encrypted, its codec is unknown, the library of its codec is not on the
 * class path, or a transform does not fit it. No retry helps; the message says what would.
 */
public final class ParquetUnsupportedException extends CorruptObjectException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ParquetPlace place;

    public ParquetUnsupportedException(ParquetPlace place, String problem) {
        this(place, problem, null);
    }

    public ParquetUnsupportedException(ParquetPlace place, String problem, @Nullable Throwable cause) {
        super("[" + place + "] " + Printable.of(problem), cause);
        this.place = place;
    }

    /** Where it is; null only after the exception was serialised. */
    public @Nullable ParquetPlace place() {
        return place;
    }
}
