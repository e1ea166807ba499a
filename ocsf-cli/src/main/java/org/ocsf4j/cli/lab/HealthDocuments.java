package org.ocsf4j.cli.lab;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.cli.JsonLine;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.AdminAnswer;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;

/**
 * Writes what the dashboard about the pipeline's health reads, into {@code ocsf-health-<day>}: for an object that has ended a
 * document of kind {@code settlement} for each event class in it, and for what could not be delivered one of kind
 * {@code dead_letter}. The pipeline's threads only put documents aside; {@link #flush} sends them. Thread-safe.
 */
final class HealthDocuments implements PipelineObserver {

    static final String INDICES = "ocsf-health-*";

    /** How many documents wait for {@link #flush}; more are dropped. */
    private static final int MAX_WAITING = 10_000;

    private static final DateTimeFormatter INDEX =
            DateTimeFormatter.ofPattern("'ocsf-health-'uuuu.MM.dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SOURCE = Pattern.compile("(?:aws|ext)/([^/]+)/.*");

    private final OpenSearchAdmin openSearch;
    private final Clock clock;
    private final Function<ObjectLocation, @Nullable Instant> announcedAt;
    private List<String> waiting = new ArrayList<>();

    /** @param announcedAt when an object was announced, null where nobody knows */
    HealthDocuments(OpenSearchAdmin openSearch, Clock clock, Function<ObjectLocation, @Nullable Instant> announcedAt) {
        this.openSearch = openSearch;
        this.clock = clock;
        this.announcedAt = announcedAt;
    }

    @Override
    public void objectFinished(ObjectReport report) {
        Instant now = clock.instant();
        if (report.classes().isEmpty()) {
            put(now, settlement(report, null, report.counts(), now));
        }
        for (Map.Entry<OcsfClass, SettlementCounts> part : report.classes().entrySet()) {
            put(now, settlement(report, part.getKey(), part.getValue(), now));
        }
        if (report.state() == ObjectReport.State.OBJECT_DEAD_LETTERED && report.failure() != null) {
            String type = report.failure().getClass().getSimpleName();
            put(
                    now,
                    letter(
                            report.location(),
                            type,
                            String.valueOf(report.failure().getMessage()),
                            now));
        }
    }

    @Override
    public void eventsDeadLettered(List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            put(letter.firstSeen(), letter(letter.object(), letter.errorType(), letter.reason(), letter.firstSeen()));
        }
    }

    private JsonLine.Members settlement(
            ObjectReport report, @Nullable OcsfClass c, SettlementCounts counts, Instant now) {
        return out -> {
            common(out, "settlement", report.location(), now);
            out.writeStringField("state", report.state().name().toLowerCase(Locale.ROOT));
            if (c != null) {
                out.writeStringField("class_name", c.caption());
                out.writeNumberField("class_uid", c.uid());
                out.writeObjectFieldStart("metadata");
                out.writeStringField("version", c.version());
                out.writeEndObject();
            }
            out.writeObjectFieldStart("rows");
            out.writeNumberField("read", counts.read());
            out.writeNumberField("indexed", counts.indexed());
            out.writeNumberField("already_present", counts.alreadyPresent());
            out.writeNumberField("dead_lettered", counts.deadLettered());
            out.writeNumberField("filtered", counts.filtered());
            out.writeEndObject();
            long millis = report.elapsed().toMillis();
            out.writeNumberField("elapsed_ms", millis);
            out.writeNumberField("rows_per_second", counts.read() * 1_000.0 / Math.max(millis, 1));
            Instant since = announcedAt.apply(report.location());
            if (since != null) {
                out.writeNumberField("lag_ms", Duration.between(since, now).toMillis());
            }
        };
    }

    private static JsonLine.Members letter(ObjectLocation object, String type, String reason, Instant time) {
        return out -> {
            common(out, "dead_letter", object, time);
            out.writeStringField("error_type", type);
            out.writeStringField("reason", reason);
        };
    }

    private static void common(JsonGenerator out, String kind, ObjectLocation object, Instant time) throws IOException {
        out.writeNumberField("time", time.toEpochMilli());
        out.writeStringField("kind", kind);
        out.writeStringField("object", object.toString());
        Matcher source = SOURCE.matcher(object.key());
        if (source.matches()) {
            out.writeStringField("source", source.group(1));
        }
    }

    private synchronized void put(Instant time, JsonLine.Members members) {
        if (waiting.size() < MAX_WAITING) {
            String action = JsonLine.of(out -> {
                out.writeObjectFieldStart("create");
                out.writeStringField("_index", INDEX.format(time));
                out.writeEndObject();
            });
            waiting.add(action + "\n" + JsonLine.of(members) + "\n");
        }
    }

    /**
     * Sends what waits.
     *
     * @throws org.ocsf4j.failure.OcsfException where OpenSearch does not take it; what waited is lost
     */
    void flush() {
        List<String> sent = taken();
        if (sent.isEmpty()) {
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        sent.forEach(pair -> body.writeBytes(pair.getBytes(StandardCharsets.UTF_8)));
        AdminAnswer answer = openSearch.request("POST", "/_bulk?refresh=true", body.toByteArray());
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() >= 300 || !text.contains("\"errors\":false")) {
            throw new ConfigurationException("[health documents] OpenSearch refuses them; HTTP " + answer.status() + " "
                    + text.substring(0, Math.min(text.length(), 300)) + "; look at its log");
        }
    }

    private synchronized List<String> taken() {
        List<String> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
