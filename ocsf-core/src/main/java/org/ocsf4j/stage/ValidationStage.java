package org.ocsf4j.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.object.LakeKey;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.schema.validate.Finding;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.Severity;
import org.ocsf4j.schema.validate.SourceValidation;
import org.ocsf4j.schema.validate.ValidationLevel;
import org.ocsf4j.schema.validate.ValidationReport;

/**
 * Checks every event on its way to the sink, as the validator's level says: {@link ValidationLevel#COUNT} leaves events as they
 * are, {@link ValidationLevel#TAG} adds the findings as {@code ocsf_findings}, {@link ValidationLevel#REJECT} sends events that
 * break a rule whose severity is error to the dead letters as {@value #REFUSED}.
 *
 * <p>Counts by source; {@link #reports()} gives the counts so far, at any time. Thread-safe.
 */
public final class ValidationStage implements EventStage {

    /** The error type of the dead letters of refused events. */
    public static final String REFUSED = "validation_failed";

    /** So many sources are told apart; the events of others are counted under {@value #OTHERS}. */
    private static final int MAX_SOURCES = 200;

    private static final String OTHERS = "(others)";

    private final OcsfValidator validator;
    private final Function<ObjectLocation, String> sourceOf;
    /** Guarded by itself. */
    private final Map<String, Source> sources = new LinkedHashMap<>();

    /** The validations of one source, one for each thread that has checked some of it at the same time. */
    private static final class Source {
        private final List<SourceValidation> all = new ArrayList<>();
        private final ArrayDeque<SourceValidation> idle = new ArrayDeque<>();
    }

    private ValidationStage(OcsfValidator validator, Function<ObjectLocation, String> sourceOf) {
        this.validator = Objects.requireNonNull(validator, "validator");
        this.sourceOf = Objects.requireNonNull(sourceOf, "sourceOf");
    }

    /** A stage that counts by the source in the objects' keys, {@code aws/<source>/…} or {@code ext/<source>/…}, else by bucket. */
    public static ValidationStage of(OcsfValidator validator) {
        return new ValidationStage(validator, ValidationStage::sourceOf);
    }

    /** A stage that counts by what {@code sourceOf} says, which is called once a batch. */
    public static ValidationStage of(OcsfValidator validator, Function<ObjectLocation, String> sourceOf) {
        return new ValidationStage(validator, sourceOf);
    }

    private static String sourceOf(ObjectLocation object) {
        String source = LakeKey.of(object.key()).source();
        return source == null || source.isEmpty() ? object.bucket() : source;
    }

    @Override
    public void process(EventBatch batch, EventChanges changes) {
        if (validator.level() == ValidationLevel.OFF) {
            return;
        }
        String name = sourceOf.apply(batch.object().location());
        SourceValidation validation = take(name);
        try {
            synchronized (validation) { // a report may be asked for meanwhile
                check(batch, validation, changes);
            }
        } finally {
            giveBack(name, validation);
        }
    }

    private void check(EventBatch batch, SourceValidation validation, EventChanges changes) {
        boolean tag = validator.level() == ValidationLevel.TAG;
        byte[] json = batch.buffer();
        for (int i = 0; i < batch.count(); i++) {
            int offset = batch.offset(i);
            int length = batch.length(i);
            if (!validation.check(json, offset, length)) {
                changes.refuse(i, REFUSED, reason(validation.findings()));
            } else if (tag && validation.hasProblems()) {
                changes.replace(i, validation.tagged(json, offset, length), batch.eventClass(i), batch.timeMillis(i));
            }
        }
    }

    /** The errors, as many as a dead letter has room for; values are untrusted and stand there as text. */
    private static String reason(List<Finding> findings) {
        StringBuilder reason = new StringBuilder(256);
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                reason.append(reason.isEmpty() ? "" : " | ").append(finding);
            }
        }
        return reason.toString();
    }

    /** What was found so far, a report a source. */
    public List<ValidationReport> reports() {
        Map<String, List<SourceValidation>> copies = new LinkedHashMap<>();
        synchronized (sources) {
            sources.forEach((name, source) -> copies.put(name, List.copyOf(source.all)));
        }
        List<ValidationReport> reports = new ArrayList<>();
        copies.forEach((name, all) -> {
            ValidationReport sum = new ValidationReport(name, 0, 0, 0, List.of());
            for (SourceValidation each : all) {
                synchronized (each) {
                    sum = sum.plus(each.report());
                }
            }
            reports.add(sum);
        });
        return reports;
    }

    private SourceValidation take(String name) {
        synchronized (sources) {
            Source source = source(name);
            SourceValidation idle = source.idle.pollFirst();
            if (idle == null) {
                idle = validator.source(name);
                source.all.add(idle);
            }
            return idle;
        }
    }

    private void giveBack(String name, SourceValidation validation) {
        synchronized (sources) {
            source(name).idle.addFirst(validation);
        }
    }

    private Source source(String name) {
        Source known = sources.get(name);
        if (known != null) {
            return known;
        }
        String own = sources.size() < MAX_SOURCES ? name : OTHERS;
        return sources.computeIfAbsent(own, any -> new Source());
    }
}
