package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.schema.OcsfClass;

/**
 * What became of one object.
 *
 * @param location where it is
 * @param eTag the version that was read, absent where it could not be opened
 * @param state whether it is settled
 * @param counts the terms of the settlement equation over all its rows
 * @param classes the same by event class; {@link org.ocsf4j.schema.OcsfClasses#UNKNOWN} gathers what no bundled version knows
 * @param conversions what had to be altered so that documents are strict JSON
 * @param elapsed how long it took
 * @param age how long before its end it was stored, absent where the store does not say
 * @param failure why it is not settled, or why it is in the dead letters
 * @param continuation what announces the rows that were not read because the time was over; absent in every other state
 */
public record ObjectReport(
        ObjectLocation location,
        @Nullable String eTag,
        State state,
        SettlementCounts counts,
        Map<OcsfClass, SettlementCounts> classes,
        ConversionCounts conversions,
        Duration elapsed,
        @Nullable Duration age,
        @Nullable OcsfException failure,
        @Nullable ObjectNotification continuation) {

    /** How an object ended. */
    public enum State {
        /** Every row is indexed, was there before, is in the dead letters, or was filtered. */
        SETTLED,
        /** The object cannot be read, and a record of it is in the dead letters. */
        OBJECT_DEAD_LETTERED,
        /** Every row that was read is settled, and the time was over before the last: the rest is another run's. */
        CONTINUES,
        /** At least one row has not found its end: the notification must come again. */
        UNSETTLED
    }

    public ObjectReport {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(state, "state");
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        if (state == State.CONTINUES == (continuation == null)) {
            throw new IllegalArgumentException("[" + location + "] a continuation belongs to a state; " + state);
        }
        if ((state == State.SETTLED || state == State.CONTINUES) && !counts.isSettled()) {
            throw new IllegalArgumentException("[" + location + "] the settlement equation does not hold; " + counts);
        }
    }

    /** Whether the notification may be acknowledged. */
    public boolean isSettled() {
        return state == State.SETTLED || state == State.OBJECT_DEAD_LETTERED;
    }
}
