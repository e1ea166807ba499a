package org.ocsf4j.parquet.internal.parallel;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What came of one row group so far; guarded by the conversion's lock. */
final class GroupOutput {

    /** The row group's place in the file. */
    final int rowGroup;

    final Deque<Rows> ready = new ArrayDeque<>();
    boolean isDone;

    @Nullable
    Throwable failure;

    GroupOutput(int rowGroup) {
        this.rowGroup = rowGroup;
    }

    /** Whether everything has been taken, and nothing comes. */
    boolean isFinished() {
        return isDone && failure == null && ready.isEmpty();
    }
}
