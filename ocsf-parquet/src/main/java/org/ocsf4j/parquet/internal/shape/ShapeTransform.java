package org.ocsf4j.parquet.internal.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.FieldRule.Constant;
import org.ocsf4j.transform.FieldRule.Drop;
import org.ocsf4j.transform.FieldRule.Rename;

/** Applies field rules to the shape of a row: what is dropped is gone from it, and so is never read. */
public final class ShapeTransform {

    private final List<FieldRule> rules;
    private final List<String> path = new ArrayList<>();

    private ShapeTransform(List<FieldRule> rules) {
        this.rules = rules;
    }

    /** The shape that is written, for rules that {@link TransformCheck} lets pass; columns keep their ordinals. */
    public static StructShape apply(StructShape root, List<FieldRule> rules) {
        return rules.isEmpty() ? root : new ShapeTransform(rules).struct(root, null);
    }

    /** {@code inherited} is the mask or hash that everything below is under, unless a rule of its own says otherwise. */
    private StructShape struct(StructShape struct, @Nullable FieldRule inherited) {
        MemberNames names = new MemberNames();
        List<StructShape.Constant> constants = new ArrayList<>();
        Map<String, Object> fixed = constantsBelow(struct);
        fixed.forEach(
                (name, value) -> constants.add(new StructShape.Constant(names.unique(name), ConstantText.of(value))));
        List<StructShape.Member> kept = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (StructShape.Member member : struct.members()) {
            path.add(member.name());
            FieldRule own = lastRule(false);
            Shape shape = own instanceof Drop || own instanceof Constant
                    ? null
                    : shape(member.shape(), own == null ? inherited : own);
            if (shape != null) {
                kept.add(new StructShape.Member(member.name(), shape));
                wanted.add(lastRule(true) instanceof Rename rename ? rename.name() : member.name());
            }
            path.remove(path.size() - 1);
        }
        return new StructShape(
                struct.definedAt(), struct.firstColumn(), struct.columnCount(), named(kept, wanted, names), constants);
    }

    /** Names that stay are given out first, so that a renamed member never takes one. */
    private static List<StructShape.Member> named(
            List<StructShape.Member> kept, List<String> wanted, MemberNames names) {
        String[] given = new String[kept.size()];
        for (boolean renamed : new boolean[] {false, true}) {
            for (int i = 0; i < given.length; i++) {
                if (wanted.get(i).equals(kept.get(i).name()) != renamed) {
                    given[i] = names.unique(wanted.get(i));
                }
            }
        }
        List<StructShape.Member> members = new ArrayList<>(given.length);
        for (int i = 0; i < given.length; i++) {
            members.add(new StructShape.Member(given[i], kept.get(i).shape()));
        }
        return members;
    }

    private @Nullable Shape shape(Shape shape, @Nullable FieldRule inherited) {
        if (shape instanceof Leaf leaf) {
            return inherited == null ? leaf : leaf.under(inherited);
        }
        if (shape instanceof StructShape struct) {
            StructShape below = struct(struct, inherited);
            return below.members().isEmpty() ? null : below;
        }
        if (shape instanceof ListShape list) {
            Shape element = shape(list.element(), inherited);
            return element == null
                    ? null
                    : new ListShape(list.definedAt(), list.elementAt(), list.repetitionLevel(), element);
        }
        if (shape instanceof VariantShape) {
            return shape; // no mask or hash covers one
        }
        MapShape map = (MapShape) shape;
        return inherited == null
                ? map
                : new MapShape(
                        map.definedAt(),
                        map.entryAt(),
                        map.repetitionLevel(),
                        map.key(),
                        masked(map.value(), inherited));
    }

    /** A map's value with everything below it under the rule; paths do not lead there. */
    private static Shape masked(Shape value, FieldRule rule) {
        Shape shape = new ShapeTransform(List.of()).shape(value, rule);
        return shape == null ? value : shape;
    }

    private @Nullable FieldRule lastRule(boolean renames) {
        FieldRule last = null;
        for (FieldRule rule : rules) {
            if (rule instanceof Rename == renames && rule.path().names().equals(path)) {
                last = rule;
            }
        }
        return last;
    }

    /** What the constants below this object are made of: a scalar, or a map of more. */
    private Map<String, Object> constantsBelow(StructShape struct) {
        Map<String, Object> made = new LinkedHashMap<>();
        for (FieldRule rule : rules) {
            if (rule instanceof Constant constant && isBelow(constant)) {
                List<String> rest = constant.path()
                        .names()
                        .subList(path.size(), constant.path().names().size());
                if (rest.size() == 1 ? isLastWord(constant) : struct.member(rest.get(0)) == null) {
                    put(made, rest, constant.value());
                }
            }
        }
        return made;
    }

    private boolean isBelow(Constant constant) {
        List<String> names = constant.path().names();
        return names.size() > path.size() && names.subList(0, path.size()).equals(path);
    }

    private boolean isLastWord(Constant constant) {
        FieldRule last = null;
        for (FieldRule rule : rules) {
            if (!(rule instanceof Rename) && rule.path().equals(constant.path())) {
                last = rule;
            }
        }
        return constant.equals(last);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> into, List<String> names, Object value) {
        Map<String, Object> at = into;
        for (String name : names.subList(0, names.size() - 1)) {
            Object next = at.get(name);
            if (!(next instanceof Map)) {
                next = new LinkedHashMap<String, Object>();
                at.put(name, next);
            }
            at = (Map<String, Object>) next;
        }
        at.put(names.get(names.size() - 1), value);
    }
}
