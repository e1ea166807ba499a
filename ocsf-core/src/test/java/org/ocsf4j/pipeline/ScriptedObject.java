package org.ocsf4j.pipeline;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ObjectMissingException;

/**
 * What one opening of an object gives.
 *
 * @param eTag its version
 * @param rows the ordinals that the decoder returns, in this order
 * @param declared how many rows the object says it has
 * @param filtered how many rows a filter has dropped
 * @param onOpen what opening it throws
 * @param atEnd what reading throws behind the last of {@code rows}
 */
@SuppressWarnings("ArrayRecordComponent") // a script, never compared
record ScriptedObject(
        String eTag,
        long[] rows,
        long declared,
        long filtered,
        @Nullable RuntimeException onOpen,
        @Nullable RuntimeException atEnd) {

    static ScriptedObject of(int rows) {
        return of("v1", rows);
    }

    static ScriptedObject of(String eTag, int rows) {
        return new ScriptedObject(eTag, LongStream.range(0, rows).toArray(), rows, 0, null, null);
    }

    static ScriptedObject missing() {
        return notOpening(new ObjectMissingException("[s3://lake/k] there is no such object; nothing to do"));
    }

    static ScriptedObject notOpening(RuntimeException failure) {
        return new ScriptedObject("v1", new long[0], 0, 0, failure, null);
    }

    ScriptedObject failing(RuntimeException failure) {
        return new ScriptedObject(eTag, rows, declared, filtered, onOpen, failure);
    }

    ScriptedObject declaring(long rowCount) {
        return new ScriptedObject(eTag, rows, rowCount, filtered, onOpen, atEnd);
    }

    ScriptedObject returning(long... ordinals) {
        return new ScriptedObject(eTag, ordinals, declared, filtered, onOpen, atEnd);
    }

    ScriptedObject filtering(long rowCount) {
        return new ScriptedObject(eTag, rows, declared, rowCount, onOpen, atEnd);
    }
}
