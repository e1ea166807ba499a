package org.ocsf4j.schema.normalize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.json.JsonTree;

/**
 * What a normalised probe says: {@code literal 0, slot 0, literal 1, … literal n}, and where each slot of the event landed.
 *
 * <p>A value that stands nowhere in the result, or where an enum or its captions stand, was looked at: its path is in
 * {@link #keys()}.
 */
final class ProbeReading {

    private final Shape shape;
    private final Probe probe;
    private final ItemFacts facts;
    private final Map<String, Object> event;
    private final @Nullable OcsfSchema schema;

    private final List<byte[]> literals = new ArrayList<>();
    private final List<Probe.Ref> refs = new ArrayList<>();
    private final Map<Integer, List<String>> landings = new HashMap<>();
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> reserved = new TreeSet<>();
    private final ByteArrayOutputStream literal = new ByteArrayOutputStream();
    private boolean readable = true;

    /** Reads what has become of the probe. */
    ProbeReading(Shape shape, Probe probe, Map<String, Object> event, ItemFacts facts) throws IOException {
        this.shape = shape;
        this.probe = probe;
        this.event = event;
        this.facts = facts;
        EventClass now = eventClass();
        this.schema = OcsfSchema.find(now.version());
        SchemaItem item = schema == null || now.classUid() == null ? null : schema.classWithUid(now.classUid());
        readable = item != null;
        object(item, event, "");
        literals.add(literal.toByteArray());
        for (int i = 0; i < shape.size(); i++) {
            if (shape.value(i).kind().isSlot() && !landings.containsKey(i)) {
                keys.add(shape.value(i).path());
            }
        }
    }

    private void object(@Nullable SchemaItem item, Map<String, Object> members, String path) throws IOException {
        literal.write('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (!first) {
                literal.write(',');
            }
            first = false;
            String name = member.getKey();
            Probe.Ref entries = probe.ofMember(name);
            if (entries != null && name.equals(member.getValue())) {
                readable &= shape.value(entries.slot()).place() == SlotPlace.UNMAPPED;
                reserved.addAll(members.keySet());
                reserved.remove(name);
                land(entries, path);
                continue;
            }
            readable &= !name.contains(Probe.MARK);
            JsonTree.write(name, literal, false);
            literal.write(':');
            value(item, item == null ? null : item.attribute(name), member.getValue(), path + name + Shape.NAME_END);
        }
        literal.write('}');
    }

    private void value(@Nullable SchemaItem item, @Nullable SchemaAttribute attribute, Object value, String path)
            throws IOException {
        Map<String, Object> members = JsonTree.objectOrNull(value);
        if (members != null) {
            Probe.Ref whole = whole(members);
            if (whole != null) {
                land(whole, path);
            } else {
                object(
                        attribute == null || !attribute.isObject() || schema == null
                                ? null
                                : schema.objectNamed(attribute.type()),
                        members,
                        path);
            }
            return;
        }
        List<Object> elements = JsonTree.arrayOrNull(value);
        if (elements != null) {
            literal.write('[');
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    literal.write(',');
                }
                value(item, attribute, elements.get(i), path);
            }
            literal.write(']');
            return;
        }
        Probe.Ref ref = probe.of(value);
        if (ref == null || ref.form() == Probe.Form.RESPELT) {
            readable &= !(value instanceof String text && text.contains(Probe.MARK));
            JsonTree.write(value, literal, false);
        } else {
            land(ref, path);
        }
        boolean lookedAt = item != null && attribute != null && facts.isKey(item, attribute);
        if (ref != null && (lookedAt || ref.form() == Probe.Form.RESPELT)) {
            keys.add(shape.value(ref.slot()).path());
        }
    }

    /** The slot that these members are all of; null where they are something else. */
    private Probe.@Nullable Ref whole(Map<String, Object> members) {
        if (members.size() != 1) {
            return null;
        }
        String name = members.keySet().iterator().next();
        Probe.Ref ref = probe.ofMember(name);
        return ref != null && name.equals(members.get(name)) ? new Probe.Ref(ref.slot(), Probe.Form.RAW) : null;
    }

    private void land(Probe.Ref ref, String path) {
        literals.add(literal.toByteArray());
        literal.reset();
        refs.add(ref);
        landings.computeIfAbsent(ref.slot(), slot -> new ArrayList<>()).add(path + ref.form());
    }

    /** Whether the event can be put together of literals and slots. */
    boolean isReadable() {
        return readable;
    }

    /** Paths of values that were looked at. */
    Set<String> keys() {
        return keys;
    }

    List<byte[]> literals() {
        return literals;
    }

    List<Probe.Ref> refs() {
        return refs;
    }

    /** Names that would meet others if the event's own {@code unmapped} had them. */
    Set<String> reserved() {
        return reserved;
    }

    /** Where a value landed, and in what form. */
    List<String> landings(int slot) {
        return landings.getOrDefault(slot, List.of());
    }

    EventClass eventClass() {
        Map<String, Object> metadata = JsonTree.objectOrNull(event.get("metadata"));
        String version = metadata == null ? null : JsonTree.textOrNull(metadata.get("version"));
        return new EventClass(version, event.get("class_uid") instanceof Long uid ? uid : null);
    }

    /** Where the event's time is. */
    Splice.Time time() {
        Object time = event.get("time");
        Probe.Ref ref = time == null ? null : probe.of(time);
        if (ref != null && time instanceof Long) {
            return new Splice.Time(shape.slot(ref.slot()), 0);
        }
        return new Splice.Time(Splice.Time.NO_SLOT, time instanceof Long millis ? millis : EventBatch.NO_TIME);
    }

    /**
     * Slots whose values are observables of one name and type: two equal ones would be one. Null where one of such a group is no
     * slot.
     */
    @Nullable
    List<int[]> alike() {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        List<Object> observables = JsonTree.arrayOrNull(event.get("observables"));
        for (Object observable : observables == null ? List.of() : observables) {
            Map<String, Object> members = JsonTree.objectOrNull(observable);
            Object value = members == null ? null : members.get("value");
            if (members != null
                    && value != null
                    && members.get("name") instanceof String name
                    && probe.of(name) == null) {
                groups.computeIfAbsent(name + Shape.NAME_END + members.get("type_id"), group -> new ArrayList<>())
                        .add(value);
            }
        }
        List<int[]> alike = new ArrayList<>();
        for (List<Object> group : groups.values()) {
            int[] slots = new int[group.size()];
            for (int i = 0; i < slots.length && slots.length > 1; i++) {
                Probe.Ref ref = probe.of(group.get(i));
                if (ref == null) {
                    return null;
                }
                slots[i] = shape.slot(ref.slot());
            }
            if (slots.length > 1) {
                alike.add(slots);
            }
        }
        return alike;
    }
}
