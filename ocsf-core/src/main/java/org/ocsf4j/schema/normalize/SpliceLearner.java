package org.ocsf4j.schema.normalize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Learns what becomes of a shape by having probes of it normalised. Two probes with different values have to become the same but for
 * these values; a third, all of whose texts are {@code true}, tells texts that become booleans. Thread-safe.
 */
final class SpliceLearner {

    private final OcsfNormalizer normalizer;
    private final OcsfNormalizer withoutObservables;

    SpliceLearner(OcsfNormalizer normalizer) {
        this.normalizer = normalizer;
        this.withoutObservables = normalizer.without(NormalizationStep.OBSERVABLES);
    }

    /**
     * What was learned of a shape.
     *
     * @param splice what its events become; null where that cannot be said of the shape
     * @param keys paths of values that belong to the shape; where there are some there is no splice
     * @param reserved names that the event's own {@code unmapped} must not have
     */
    record Lesson(@Nullable Splice splice, Set<String> keys, Set<String> reserved) {

        static final Lesson NONE = new Lesson(null, Set.of(), Set.of());
    }

    Lesson learn(Shape shape) throws IOException {
        Probe firstProbe = new Probe(shape, Probe.Texts.NAMES);
        Map<String, Object> firstEvent = normalized(normalizer, firstProbe);
        Probe secondProbe = new Probe(shape, Probe.Texts.NUMBERS);
        Map<String, Object> secondEvent = normalized(normalizer, secondProbe);
        Map<String, Object> truths = normalized(withoutObservables, new Probe(shape, Probe.Texts.TRUTHS));
        if (firstEvent == null || secondEvent == null || truths == null) {
            return Lesson.NONE;
        }
        ProbeReading first = new ProbeReading(shape, firstProbe, firstEvent, normalizer.facts());
        ProbeReading second = new ProbeReading(shape, secondProbe, secondEvent, normalizer.facts());
        Set<String> keys = new TreeSet<>(first.keys());
        keys.addAll(second.keys());
        for (int i = 0; i < shape.size(); i++) {
            if (shape.value(i).kind() == SlotKind.TEXT && !first.landings(i).equals(second.landings(i))) {
                keys.add(shape.value(i).path());
            }
        }
        new Truths(shape, firstProbe, keys).compare(firstEvent, truths);
        if (!keys.isEmpty()) {
            return new Lesson(null, keys, Set.of());
        }
        List<int[]> alike = first.alike();
        if (alike == null || !first.isReadable() || !areSame(first, second)) {
            return Lesson.NONE;
        }
        return new Lesson(
                new Splice(steps(shape, first), alike, first.eventClass(), first.time()), Set.of(), first.reserved());
    }

    private static @Nullable Map<String, Object> normalized(OcsfNormalizer by, Probe probe) throws IOException {
        NormalizedEvent event = by.normalize(probe.json(), 0, probe.json().length);
        return event.isNormalized() ? JsonTree.parseObject(event.json()) : null;
    }

    private static boolean areSame(ProbeReading first, ProbeReading second) {
        if (!first.refs().equals(second.refs()) || !first.eventClass().equals(second.eventClass())) {
            return false;
        }
        for (int i = 0; i < first.literals().size(); i++) {
            if (!Arrays.equals(first.literals().get(i), second.literals().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Finds texts that are somewhere else, or something else, when they are {@code true}. */
    private record Truths(Shape shape, Probe probe, Set<String> keys) {

        void compare(Object named, @Nullable Object truth) {
            Map<String, Object> members = JsonTree.objectOrNull(named);
            List<Object> elements = JsonTree.arrayOrNull(named);
            if (members != null) {
                Map<String, Object> others = JsonTree.objectOrNull(truth);
                members.forEach((name, value) -> {
                    Object other = others == null ? null : others.get(name);
                    if (!name.equals("observables") || other != null) {
                        compare(value, other);
                    }
                });
            } else if (elements != null) {
                List<Object> others = JsonTree.arrayOrNull(truth);
                for (int i = 0; i < elements.size(); i++) {
                    compare(elements.get(i), others == null || others.size() <= i ? null : others.get(i));
                }
            } else {
                Probe.Ref ref = probe.of(named);
                boolean text = ref != null && shape.value(ref.slot()).kind() == SlotKind.TEXT;
                if (ref != null && text && !"true".equals(truth)) {
                    keys.add(shape.value(ref.slot()).path());
                }
            }
        }
    }

    /** The steps that write what the probe became; what stands side by side in the event is copied at once. */
    private static List<Splice.Step> steps(Shape shape, ProbeReading reading) {
        List<byte[]> between = shape.between();
        List<Splice.Step> steps = new ArrayList<>();
        for (int i = 0; i < reading.refs().size(); i++) {
            byte[] literal = reading.literals().get(i);
            Probe.Ref ref = reading.refs().get(i);
            int slot = shape.slot(ref.slot());
            boolean raw = ref.form() == Probe.Form.RAW;
            Splice.Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (raw
                    && last instanceof Splice.Step.Copy copy
                    && copy.last() == slot - 1
                    && Arrays.equals(literal, between.get(slot - 1))) {
                steps.set(steps.size() - 1, new Splice.Step.Copy(copy.first(), slot));
                continue;
            }
            if (literal.length > 0) {
                steps.add(new Splice.Step.Literal(literal));
            }
            steps.add(raw ? new Splice.Step.Copy(slot, slot) : new Splice.Step.Formed(slot, ref.form()));
        }
        steps.add(new Splice.Step.Literal(reading.literals().get(reading.refs().size())));
        return steps;
    }
}
