package org.ocsf4j.schema.normalize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Brings events of older OCSF versions to one target version without loss: the class by its name and content, attributes by
 * what the versions' difference says and by a table of what it does not say, ids and captions from each other, timestamps and
 * their twins from each other, observables where there are none. What has no place in the target goes to {@code unmapped}
 * under its old path.
 *
 * <p>Builds a tree of each event. {@link #byShape()} does the same for many events at a fraction of the CPU. Immutable, thread-safe.
 */
public final class OcsfNormalizer {

    /** {@link Builder#target}: 1.1.0, what version 2 of Security Lake's own sources writes. */
    public static final String DEFAULT_TARGET = "1.1.0";

    private final OcsfSchema target;
    private final Set<NormalizationStep> steps;
    private final Set<String> kept;
    private final ItemFacts facts = new ItemFacts();

    private OcsfNormalizer(Builder options) {
        this.target = OcsfSchema.version(options.target);
        this.steps = EnumSet.noneOf(NormalizationStep.class);
        steps.addAll(options.steps);
        this.kept = Set.copyOf(options.kept);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A normaliser for many events, one behind the other, that makes of each what this one makes of it. */
    public ShapeNormalizer byShape() {
        return new ShapeNormalizer(this);
    }

    /** One that does the same without one of the steps. */
    OcsfNormalizer without(NormalizationStep step) {
        Builder options = builder().target(target.version()).without(step);
        options.steps.retainAll(steps);
        options.kept.addAll(kept);
        return options.build();
    }

    ItemFacts facts() {
        return facts;
    }

    /** Normalises one event. An event that cannot be is returned as it is, with the problem. */
    public NormalizedEvent normalize(byte[] json, int offset, int length) {
        try {
            Map<String, Object> event = JsonTree.parseObject(json, offset, length);
            Map<String, Object> metadata = JsonTree.objectOrNull(event.get("metadata"));
            String version = metadata == null ? null : JsonTree.textOrNull(metadata.get("version"));
            OcsfSchema from = OcsfSchema.find(version);
            if (from == null || !(event.get("class_uid") instanceof Long uid)) {
                return untouched(json, offset, length, "no known version and class; " + version);
            }
            SchemaClass source = from.classWithUid(uid);
            if (source == null) {
                return untouched(json, offset, length, "no class of " + from + "; " + uid);
            }
            List<String> order = OcsfSchema.bundledVersions();
            if (order.indexOf(from.version()) > order.indexOf(target.version())) {
                return untouched(json, offset, length, "newer than " + target + "; " + from);
            }
            return normalize(event, from, source, json, offset, length);
        } catch (IOException e) {
            return untouched(json, offset, length, "no JSON object; " + e.getMessage());
        }
    }

    private static NormalizedEvent untouched(byte[] json, int offset, int length, String problem) {
        return new NormalizedEvent(Arrays.copyOfRange(json, offset, offset + length), problem);
    }

    private NormalizedEvent normalize(
            Map<String, Object> event, OcsfSchema from, SchemaClass source, byte[] json, int offset, int length)
            throws IOException {
        OcsfSchema schema = from;
        SchemaClass eventClass = source;
        Map<String, Object> result = event;
        if (steps.contains(NormalizationStep.TIME_UNIT)) {
            timeUnit(event);
        }
        if (steps.contains(NormalizationStep.UPGRADE) && !from.version().equals(target.version())) {
            SchemaClass moved = ClassMoves.target(target, source, event);
            if (moved == null) {
                return untouched(json, offset, length, target + " has no such class; " + source.name());
            }
            schema = target;
            eventClass = moved;
            result = upgrade(event, from, source, moved);
        }
        boolean twins = derive(schema, eventClass, result);
        if (twins) {
            addProfile(result, "datetime");
        }
        boolean listed = eventClass.attribute("observables") != null;
        if (steps.contains(NormalizationStep.OBSERVABLES) && listed && !hasElements(result.get("observables"))) {
            List<Object> found = new Observables(schema, eventClass).of(result);
            if (!found.isEmpty()) {
                result.put("observables", found);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 512);
        JsonTree.write(result, out, false);
        return new NormalizedEvent(out.toByteArray(), null);
    }

    private static boolean hasElements(@Nullable Object value) {
        List<Object> list = JsonTree.arrayOrNull(value);
        return list != null && !list.isEmpty();
    }

    private static void timeUnit(Map<String, Object> event) {
        Object time = event.get("time");
        if (time == null) {
            return;
        }
        Long millis = time instanceof Long number ? (Long) Times.milliseconds(number) : Times.ofSeconds(time);
        Map<String, Object> metadata = JsonTree.objectOrNull(event.get("metadata"));
        if (millis != null && !millis.equals(time) && metadata != null) {
            event.put("time", millis);
            metadata.putIfAbsent("original_time", String.valueOf(time));
        }
    }

    private Map<String, Object> upgrade(
            Map<String, Object> event, OcsfSchema from, SchemaClass source, SchemaClass moved) {
        Map<String, Object> result = new Upgrade(from, target, kept, facts).event(source, moved, event);
        Map<String, Object> metadata = JsonTree.objectOrNull(result.get("metadata"));
        if (metadata != null) {
            metadata.put("version", target.version());
        }
        result.put("class_uid", (long) moved.uid());
        result.put("class_name", moved.caption());
        result.put("category_uid", (long) moved.categoryUid());
        result.put("category_name", moved.categoryCaption());
        activity(source, moved, result);
        required(moved, result);
        if (steps.contains(NormalizationStep.KEEP_ORIGINAL)) {
            Map<String, Object> unmapped = JsonTree.objectOrNull(result.get("unmapped"));
            if (unmapped == null) {
                unmapped = new LinkedHashMap<>();
                result.put("unmapped", unmapped);
            }
            unmapped.putIfAbsent("ocsf.version", from.version());
            unmapped.putIfAbsent("ocsf.class_uid", Integer.toString(source.uid()));
        }
        return result;
    }

    /** The activity by its caption, for an id may mean another one in the newer class. */
    private static void activity(SchemaClass source, SchemaClass moved, Map<String, Object> result) {
        AttributeEnum before = enumOf(source, "activity_id");
        AttributeEnum after = enumOf(moved, "activity_id");
        if (!(result.get("activity_id") instanceof Long id) || before == null || after == null) {
            return;
        }
        EnumValue old = before.byId(id);
        EnumValue now = after.byId(id);
        if (old != null && (now == null || !now.caption().equals(old.caption()))) {
            result.putIfAbsent("activity_name", old.caption());
            Long other = Siblings.idOf(after, old.caption());
            result.put("activity_id", other == null ? id : other);
        }
        long activity = result.get("activity_id") instanceof Long number ? number : id;
        result.put("type_uid", moved.typeUid(activity));
        Object name = result.get("activity_name");
        EnumValue value = after.byId(activity);
        if (name != null || value != null) {
            result.put("type_name", moved.caption() + ": " + (value == null ? name : value.caption()));
        }
    }

    private static @Nullable AttributeEnum enumOf(SchemaItem item, String name) {
        SchemaAttribute attribute = item.attribute(name);
        return attribute == null ? null : attribute.enumeration();
    }

    /** What newer classes require and older ones say in other words. */
    private void required(SchemaClass moved, Map<String, Object> result) {
        if (moved.attribute("action_id") != null
                && !result.containsKey("action_id")
                && result.get("disposition_id") instanceof Long disposition) {
            // 1 Allowed, 2 Blocked and the like; what is neither is unknown
            long action = disposition == 1 ? 1 : disposition == 2 || disposition == 6 ? 2 : 0;
            result.put("action_id", action);
        }
        for (String name : List.of("src_endpoint", "dst_endpoint")) {
            serviceName(moved, name, JsonTree.objectOrNull(result.get(name)));
        }
        Map<String, Object> compliance = JsonTree.objectOrNull(result.get("compliance"));
        Map<String, Object> unmapped = JsonTree.objectOrNull(result.get("unmapped"));
        if (compliance != null && unmapped != null && moved.name().equals("compliance_finding")) {
            // Security Hub's list of standards, as version 1 of Security Lake's own source left it
            String standards = JsonTree.textOrNull(unmapped.get("Compliance.AssociatedStandards[]"));
            if (standards != null) {
                compliance.putIfAbsent("standards", new ArrayList<Object>(List.of(standards.split(","))));
            }
        }
    }

    /**
     * An endpoint of which only the domain is known is a service that called another, such as {@code iam.amazonaws.com}; where
     * the newer version does not count the domain among what tells an endpoint, the name of the service does.
     */
    private void serviceName(SchemaClass moved, String name, @Nullable Map<String, Object> endpoint) {
        SchemaAttribute attribute = moved.attribute(name);
        SchemaObject object = attribute == null ? null : target.objectNamed(attribute.type());
        if (object == null || endpoint == null || !(endpoint.get("domain") instanceof String domain)) {
            return;
        }
        List<String> telling = object.constraints().atLeastOne();
        if (telling.contains("svc_name")
                && !telling.contains("domain")
                && telling.stream().noneMatch(endpoint::containsKey)) {
            endpoint.put("svc_name", domain);
        }
    }

    /** Fills in what follows from what is there; whether a twin of a timestamp was added. */
    private boolean derive(OcsfSchema schema, SchemaItem item, Map<String, Object> members) {
        boolean twins = Times.fill(
                item, members, steps.contains(NormalizationStep.DATETIMES), steps.contains(NormalizationStep.EPOCHS));
        Siblings.fill(
                facts.siblings(item),
                members,
                steps.contains(NormalizationStep.CAPTIONS),
                steps.contains(NormalizationStep.IDS));
        for (Map.Entry<String, Object> member : members.entrySet()) {
            SchemaAttribute attribute = item.attribute(member.getKey());
            SchemaObject object =
                    attribute == null || !attribute.isObject() ? null : schema.objectNamed(attribute.type());
            if (object == null || object.isFreeForm()) {
                continue;
            }
            List<Object> list = JsonTree.arrayOrNull(member.getValue());
            for (Object element : list == null ? List.of(member.getValue()) : list) {
                Map<String, Object> inside = JsonTree.objectOrNull(element);
                if (inside != null) {
                    twins |= derive(schema, object, inside);
                }
            }
        }
        return twins;
    }

    private static void addProfile(Map<String, Object> event, String name) {
        Map<String, Object> metadata = JsonTree.objectOrNull(event.get("metadata"));
        if (metadata == null) {
            return;
        }
        List<Object> profiles = JsonTree.arrayOrNull(metadata.get("profiles"));
        if (profiles == null) {
            metadata.put("profiles", new ArrayList<Object>(List.of(name)));
        } else if (!profiles.contains(name)) {
            profiles.add(name);
        }
    }

    /** Options of a normaliser. Not thread-safe. */
    public static final class Builder {

        private String target = DEFAULT_TARGET;
        private final Set<NormalizationStep> steps = EnumSet.allOf(NormalizationStep.class);
        private final Set<String> kept = new java.util.LinkedHashSet<>();

        private Builder() {}

        /** The version to bring events to. The default is {@link #DEFAULT_TARGET}. */
        public Builder target(String version) {
            target = Objects.requireNonNull(version, "version");
            return this;
        }

        /** Leaves steps out. The default is none: all are done. */
        public Builder without(NormalizationStep... some) {
            steps.removeAll(List.of(some));
            return this;
        }

        /** Attributes of the older version, by path such as {@code cloud.account_uid}, that stay where they are. The default is none. */
        public Builder keep(String... paths) {
            kept.addAll(List.of(paths));
            return this;
        }

        /**
         * Builds the normaliser.
         *
         * @throws IllegalArgumentException where the target is not bundled
         */
        public OcsfNormalizer build() {
            return new OcsfNormalizer(this);
        }
    }
}
