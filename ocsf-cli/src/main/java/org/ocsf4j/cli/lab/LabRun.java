package org.ocsf4j.cli.lab;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.cli.JsonLine;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;

/** What is known of the lab's run at this moment: what was announced, what has been settled, how fast, how late. Thread-safe. */
public final class LabRun implements PipelineObserver {

    private static final int MAX_NOTES = 50;

    /** How far the run is. */
    enum Phase {
        /** The objects are being written and announced. */
        PREPARING,
        RUNNING,
        /** It has ended, and OpenSearch counts what was indexed. */
        AGREED,
        /** It has ended, and something is unsettled, lost or doubled. */
        NOT_AGREED
    }

    private record Note(Instant time, String subject, String cause, String reason) {}

    private final Clock clock;
    private final Map<ObjectLocation, Instant> announced = new HashMap<>();
    private final Set<ObjectLocation> waiting = new HashSet<>();
    private final Map<OcsfClass, SettlementCounts> classes =
            new TreeMap<>(Comparator.comparing(OcsfClass::version).thenComparing(OcsfClass::uid));
    private final Map<OcsfClass, Long> counted = new HashMap<>();
    private final Deque<Note> letters = new ArrayDeque<>();
    private final Deque<Note> problems = new ArrayDeque<>();
    private final Samples samples = new Samples();

    private Phase phase = Phase.PREPARING;
    private @Nullable Instant begun;
    private @Nullable Instant ended;
    private SettlementCounts counts = SettlementCounts.NONE;
    private long deadLetters;
    private long longestLagMillis;

    LabRun(Clock clock) {
        this.clock = clock;
    }

    /** An object has been announced; the first time counts. */
    public synchronized void announced(ObjectLocation object) {
        announced.putIfAbsent(object, clock.instant());
        waiting.add(object);
    }

    /** When an object was announced first. */
    synchronized @Nullable Instant announcedAt(ObjectLocation object) {
        return announced.get(object);
    }

    synchronized void begin() {
        begun = clock.instant();
        phase = Phase.RUNNING;
        sample();
    }

    /**
     * The run has ended and OpenSearch has been asked.
     *
     * @param inOpenSearch how many documents it counts of each class
     */
    synchronized void end(boolean agreed, Map<OcsfClass, Long> inOpenSearch) {
        sample();
        ended = clock.instant();
        counted.putAll(inOpenSearch);
        phase = agreed ? Phase.AGREED : Phase.NOT_AGREED;
    }

    /** Notes how far the run is, for the charts. */
    synchronized void sample() {
        if (begun != null && ended == null) {
            samples.add(new Samples.Sample(elapsed().toMillis(), counts.settled(), lag().toMillis()));
        }
    }

    private Duration elapsed() {
        if (begun == null) {
            return Duration.ZERO;
        }
        return Duration.between(begun, ended == null ? clock.instant() : ended);
    }

    private Duration lag() {
        return waiting.stream()
                .map(announced::get)
                .min(Comparator.naturalOrder())
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }

    @Override
    public synchronized void batchSettled(ObjectIdentity object, SettlementCounts settled) {
        counts = counts.plus(settled);
    }

    @Override
    public synchronized void eventsDeadLettered(List<DeadLetter> refused) {
        deadLetters += refused.size();
        for (DeadLetter letter : refused) {
            String row = letter.row() == null ? "" : " row " + letter.row();
            note(letters, letter.object() + row, letter.errorType(), letter.reason());
        }
    }

    @Override
    public synchronized void objectFinished(ObjectReport report) {
        report.classes().forEach((c, n) -> classes.merge(c, n, SettlementCounts::plus));
        if (report.isSettled()) {
            waiting.remove(report.location());
            Instant since = announced.get(report.location());
            if (since != null) {
                longestLagMillis = Math.max(
                        longestLagMillis,
                        Duration.between(since, clock.instant()).toMillis());
            }
        }
        if (report.failure() != null) {
            boolean letter = report.state() == ObjectReport.State.OBJECT_DEAD_LETTERED;
            deadLetters += letter ? 1 : 0;
            note(
                    letter ? letters : problems,
                    report.location().toString(),
                    report.failure().getClass().getSimpleName(),
                    String.valueOf(report.failure().getMessage()));
        }
    }

    @Override
    public synchronized void messageRefused(ReceivedMessage message, String reason) {
        note(problems, "message " + message.id(), "refused", reason);
    }

    private void note(Deque<Note> notes, String subject, String cause, String reason) {
        notes.addFirst(new Note(clock.instant(), subject, cause, reason));
        if (notes.size() > MAX_NOTES) {
            notes.removeLast();
        }
    }

    /** All of it, as the page reads it. */
    synchronized String json() {
        return JsonLine.of(out -> {
            out.writeStringField("phase", phase.name().toLowerCase(Locale.ROOT));
            out.writeNumberField("elapsedMs", elapsed().toMillis());
            out.writeNumberField("objects", announced.size());
            out.writeNumberField("objectsSettled", announced.size() - waiting.size());
            out.writeNumberField("lagMs", ended == null ? lag().toMillis() : 0);
            out.writeNumberField("longestLagMs", longestLagMillis);
            out.writeNumberField("letters", deadLetters);
            JsonLine.counts(out, counts);
            writeClasses(out);
            write(out, "newestLetters", letters);
            write(out, "problems", problems);
            writeSamples(out);
        });
    }

    private void writeClasses(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("classes");
        for (Map.Entry<OcsfClass, SettlementCounts> entry : classes.entrySet()) {
            out.writeStartObject();
            out.writeStringField("version", entry.getKey().version());
            out.writeNumberField("uid", entry.getKey().uid());
            out.writeStringField("name", entry.getKey().caption());
            JsonLine.counts(out, entry.getValue());
            Long inOpenSearch = counted.get(entry.getKey());
            if (inOpenSearch != null) {
                out.writeNumberField("inOpenSearch", inOpenSearch);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeSamples(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("samples");
        for (Samples.Sample sample : samples.all()) {
            out.writeStartArray();
            out.writeNumber(sample.millis());
            out.writeNumber(sample.rows());
            out.writeNumber(sample.lagMillis());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, String name, Deque<Note> notes) throws IOException {
        out.writeArrayFieldStart(name);
        for (Note note : notes) {
            out.writeStartObject();
            out.writeNumberField("time", note.time().toEpochMilli());
            out.writeStringField("subject", note.subject());
            out.writeStringField("cause", note.cause());
            out.writeStringField("reason", note.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
