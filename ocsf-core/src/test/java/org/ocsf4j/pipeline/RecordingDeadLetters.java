package org.ocsf4j.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;

/** Dead letters in memory. */
final class RecordingDeadLetters implements DeadLetterSink {

    final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException failure;

    @Override
    public void write(List<DeadLetter> more) {
        RuntimeException scripted = failure;
        if (scripted != null) {
            throw scripted;
        }
        letters.addAll(more);
    }

    List<Long> rows() {
        return letters.stream()
                .map(DeadLetter::row)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
    }
}
