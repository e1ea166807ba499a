package org.ocsf4j.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.sink.EventOutcome;

/** Drives the letters of a file again. No letter is lost at any moment: what is not sent, or fails again, is kept beside it first. */
final class Redrive {

    private static final int BATCH_LETTERS = 1_000;
    private static final long BATCH_BYTES = 4 << 20;

    private final OpenSearchSink sink;
    private final LetterFilter filter;
    private final boolean dryRun;
    private final RedriveCounts counts;

    Redrive(OpenSearchSink sink, LetterFilter filter, boolean dryRun, RedriveCounts counts) {
        this.sink = sink;
        this.filter = filter;
        this.dryRun = dryRun;
        this.counts = counts;
    }

    void run(LetterFile file) throws IOException, InterruptedException {
        counts.files++;
        if (file.isBeingWritten()) {
            counts.filesInUse++;
            Progress.say("ocsf: [" + file + "] a pipeline is writing this file; run this again when it has ended");
        } else if (survey(file) > 0 && !dryRun) {
            file.drive(this::send);
        }
    }

    /** Counts before anything is sent, and finds out whether every line can be read. */
    private long survey(LetterFile file) throws IOException {
        long matching = 0;
        try (DeadLetterReader reader = file.open()) {
            for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
                counts.letters++;
                if (letter.document() == null) {
                    counts.objects++;
                } else if (filter.test(letter)) {
                    matching++;
                }
            }
            counts.torn += reader.isTorn() ? 1 : 0;
        }
        counts.matching += matching;
        return matching;
    }

    private void send(DeadLetterReader reader, DeadLetterSink again) throws InterruptedException {
        List<DeadLetter> batch = new ArrayList<>();
        List<DeadLetter> kept = new ArrayList<>();
        long bytes = 0;
        for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
            byte[] document = letter.document();
            if (document == null || !filter.test(letter)) {
                kept.add(letter);
            } else {
                batch.add(letter);
                bytes += document.length;
            }
            if (batch.size() + kept.size() >= BATCH_LETTERS || bytes >= BATCH_BYTES) {
                send(batch, kept);
                again.write(kept);
                batch.clear();
                kept.clear();
                bytes = 0;
            }
        }
        send(batch, kept);
        again.write(kept);
    }

    private void send(List<DeadLetter> batch, List<DeadLetter> kept) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<EventOutcome> outcomes = sink.redrive(batch);
        for (int i = 0; i < batch.size(); i++) {
            EventOutcome outcome = outcomes.get(i);
            if (outcome instanceof EventOutcome.Rejected rejected) {
                counts.rejectedAgain++;
                kept.add(batch.get(i).refusedAgain(rejected.status(), rejected.errorType(), rejected.reason()));
            } else if (outcome instanceof EventOutcome.AlreadyPresent) {
                counts.alreadyPresent++;
            } else {
                counts.indexed++;
            }
        }
    }
}
