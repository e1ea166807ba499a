package org.ocsf4j.schema.validate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.schema.json.MalformedJsonException;
import org.ocsf4j.schema.validate.Plan.Head;

/**
 * Checks the events of one source and counts what is wrong with them, by path and rule. Reads each event's bytes once and makes
 * no objects of them; memory is bounded by the schema and by limits, not by the events. Not thread-safe: one a thread, and
 * {@link ValidationReport#plus} for their sum.
 */
public final class SourceValidation {

    /** So many combinations of version, class and profiles are kept ready. */
    private static final int MAX_PLANS = 64;

    private final OcsfValidator validator;
    private final String source;
    private final int samples;

    private final Map<Head, Plan> plans = new LinkedHashMap<>();
    private final Findings findings = new Findings();
    private final EventWalk walk = new EventWalk(findings);
    private final HeadReader heads = new HeadReader();
    private final AttributeNode anyEvent = new AttributeNode("", "", -1);

    private @Nullable Plan plan;
    private ValidationReport retired;
    private long events;
    private long eventsWithErrors;
    private long eventsWithFindings;

    SourceValidation(OcsfValidator validator, String source, int samples) {
        this.validator = validator;
        this.source = source;
        this.samples = samples;
        this.retired = new ValidationReport(source, 0, 0, 0, List.of());
    }

    /** Checks one event; see {@link #check(byte[], int, int)}. */
    public boolean check(EncodedEvent event) {
        return check(event.buffer(), event.offset(), event.length());
    }

    /**
     * Checks one event and counts its findings.
     *
     * @return false where the level is {@link ValidationLevel#REJECT} and the event breaks a rule whose severity is error
     */
    public boolean check(byte[] json, int offset, int length) {
        findings.reset(json);
        if (validator.level() == ValidationLevel.OFF) {
            return true;
        }
        events++;
        try {
            walk(json, offset, length);
        } catch (MalformedJsonException e) {
            findings.malformed(anyEvent, String.valueOf(e.getMessage()));
        }
        if (findings.isEmpty()) {
            return true;
        }
        findings.tally(samples);
        boolean errors = findings.any(Severity.ERROR);
        eventsWithErrors += errors ? 1 : 0;
        eventsWithFindings += errors || findings.any(Severity.WARNING) ? 1 : 0;
        return !errors || validator.level() != ValidationLevel.REJECT;
    }

    /** Whether the event that was checked last has errors or warnings. Makes no object. */
    public boolean hasProblems() {
        return findings.any(Severity.ERROR) || findings.any(Severity.WARNING);
    }

    /** The findings of the event that was checked last; its bytes must still be what they were. */
    public List<Finding> findings() {
        return findings.toList();
    }

    /**
     * The event that was checked last with its errors and warnings in one more member, {@code ocsf_findings}, each as
     * {@code RULE path}: for {@link ValidationLevel#TAG}. The bytes as they are where there are none, or where they are no JSON
     * object.
     */
    public byte[] tagged(byte[] json, int offset, int length) {
        StringBuilder member = new StringBuilder();
        for (Finding finding : findings()) {
            if (finding.rule() == ValidationRule.MALFORMED_JSON) {
                return java.util.Arrays.copyOfRange(json, offset, offset + length);
            }
            if (finding.severity() != Severity.NOTE) {
                member.append(member.isEmpty() ? "\"ocsf_findings\":[\"" : ",\"")
                        .append(finding.rule())
                        .append(' ')
                        .append(finding.path().replaceAll("[^A-Za-z0-9_.\\[\\]*/-]", "?"))
                        .append('"');
            }
        }
        int close = offset + length - 1;
        while (close > offset && json[close] != '}') {
            close--;
        }
        if (member.isEmpty()) {
            close = offset + length;
        } else {
            int before = close - 1;
            while (json[before] <= ' ') {
                before--;
            }
            member.insert(0, json[before] == '{' ? "" : ",").append("]}");
        }
        byte[] tail = member.toString().getBytes(StandardCharsets.UTF_8);
        byte[] tagged = java.util.Arrays.copyOfRange(json, offset, close + tail.length);
        System.arraycopy(tail, 0, tagged, close - offset, tail.length);
        return tagged;
    }

    /** What was found so far. */
    public ValidationReport report() {
        List<RuleCount> counts = new ArrayList<>();
        anyEvent.collect(counts);
        ValidationReport report = retired;
        for (Plan each : plans.values()) {
            List<RuleCount> ofPlan = new ArrayList<>();
            each.collect(ofPlan);
            report = report.plus(new ValidationReport(source, 0, 0, 0, ofPlan));
        }
        return report.plus(new ValidationReport(source, events, eventsWithErrors, eventsWithFindings, counts));
    }

    /** Takes the plan of the event before for granted, and reads the event again where that was wrong. */
    private void walk(byte[] json, int offset, int length) throws MalformedJsonException {
        Plan last = plan;
        ItemNode root = last == null ? null : last.root;
        if (last != null && root != null && walk.event(last, root, json, offset, length)) {
            return;
        }
        findings.reset(json);
        Plan right = planOf(heads.read(json, offset, length, validator.version() != null));
        plan = right;
        if (right.root != null) {
            walk.event(right, right.root, json, offset, length);
        } else if (right.problem == ValidationRule.UNKNOWN_CLASS) {
            findings.add(right.classUid, ValidationRule.UNKNOWN_CLASS, heads.classStart(), heads.classEnd());
        } else {
            findings.add(right.version, ValidationRule.UNKNOWN_VERSION, heads.versionStart(), heads.versionEnd());
        }
    }

    private Plan planOf(Head head) {
        Plan known = plans.get(head);
        if (known != null) {
            return known;
        }
        if (plans.size() == MAX_PLANS) {
            Iterator<Plan> eldest = plans.values().iterator();
            List<RuleCount> counts = new ArrayList<>();
            eldest.next().collect(counts);
            eldest.remove();
            retired = retired.plus(new ValidationReport(source, 0, 0, 0, counts));
        }
        String fixed = validator.version();
        String version = fixed == null ? head.version() : fixed;
        OcsfSchema schema = version == null ? null : validator.schema(version);
        String uid = head.classUid();
        SchemaClass found = schema == null || uid == null || !uid.matches("\\d{1,9}")
                ? null
                : schema.classWithUid(Long.parseLong(uid));
        Plan made = new Plan(head, fixed != null, schema, found, profiles(head.profiles()));
        plans.put(head, made);
        return made;
    }

    private static @Nullable List<String> profiles(@Nullable String spelled) {
        if (spelled == null) {
            return null;
        }
        try {
            byte[] json = ("{\"p\":" + spelled + "}").getBytes(StandardCharsets.UTF_8);
            return JsonTree.texts(JsonTree.parseObject(json).get("p"));
        } catch (java.io.IOException e) {
            return null;
        }
    }
}
