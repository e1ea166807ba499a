package org.ocsf4j.sink;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one event. Every event of a batch gets exactly one. */
public sealed interface EventOutcome {

    /** It was stored now. */
    record Indexed() implements EventOutcome {}

    /** It was there before, under the same id. */
    record AlreadyPresent() implements EventOutcome {}

    /** A rule of the sink dropped it, as it was told to. */
    record Filtered() implements EventOutcome {}

    /**
     * The destination refused this event and would refuse it again.
     *
     * @param status the item's HTTP status, or 0 where the refusal is our own
     * @param errorType the destination's name for the error, such as {@code mapper_parsing_exception}
     * @param reason the destination's words
     * @param index the index that it was meant for, where there is one
     * @param id the id that it was sent with, where there is one
     */
    record Rejected(int status, String errorType, String reason, @Nullable String index, @Nullable String id)
            implements EventOutcome {
        public Rejected {
            Objects.requireNonNull(errorType, "errorType");
            Objects.requireNonNull(reason, "reason");
        }
    }

    EventOutcome INDEXED = new Indexed();
    EventOutcome ALREADY_PRESENT = new AlreadyPresent();
    EventOutcome FILTERED = new Filtered();
}
