package org.ocsf4j.parquet;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.CorruptObjectException;

/**
 * The bytes are not what the Parquet format prescribes, or pass a limit: truncated, corrupt or hostile. No retry helps. The
 * message reads {@code [place] problem; value; what to do}.
 */
public final class ParquetFormatException extends CorruptObjectException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ParquetPlace place;

    public ParquetFormatException(ParquetPlace place, String problem) {
        this(place, problem, null);
    }

    public ParquetFormatException(ParquetPlace place, String problem, @Nullable Throwable cause) {
        super("[" + place + "] " + Printable.of(problem), cause);
        this.place = place;
    }

    /** Where it is; null only after the exception was serialised. */
    public @Nullable ParquetPlace place() {
        return place;
    }
}
