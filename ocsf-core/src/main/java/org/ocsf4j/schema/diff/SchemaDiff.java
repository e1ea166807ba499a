package org.ocsf4j.schema.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;

/**
 * The difference between two schemas as data. An attribute counts as renamed where the newer schema has, in the same class or
 * object, exactly one new attribute of the same type and arity whose caption is the same, or whose name is the old one with
 * {@code is_} before it, {@code _info} or {@code _score} behind it; a class where its uid and caption stay. Other renamings
 * are an addition and a removal.
 *
 * <p>Stateless, thread-safe.
 */
public final class SchemaDiff {

    private SchemaDiff() {}

    /** Every change of every class and object, classes first, each by name. */
    public static List<SchemaChange> between(OcsfSchema older, OcsfSchema newer) {
        List<SchemaChange> changes = new ArrayList<>();
        items(classes(older), classes(newer), "class", changes);
        items(objects(older), objects(newer), "object", changes);
        return List.copyOf(changes);
    }

    /**
     * The changes of one class or object, and of nothing that it holds.
     *
     * @throws IllegalArgumentException where neither schema has the name
     */
    public static List<SchemaChange> ofItem(OcsfSchema older, OcsfSchema newer, String name) {
        SchemaItem before = older.itemNamed(name);
        SchemaItem after = newer.itemNamed(name);
        if (before == null && after == null) {
            throw new IllegalArgumentException("[" + older + ", " + newer + "] no class and no object has this name; "
                    + name + "; name one of either version");
        }
        List<SchemaChange> changes = new ArrayList<>();
        SchemaItem some = Objects.requireNonNull(after == null ? before : after);
        String kind = some instanceof SchemaClass ? "class" : "object";
        Map<String, SchemaItem> one = new LinkedHashMap<>();
        Map<String, SchemaItem> other = new LinkedHashMap<>();
        if (before != null) {
            one.put(name, before);
        }
        if (after != null) {
            other.put(name, after);
        }
        items(one, other, kind, changes);
        return List.copyOf(changes);
    }

    /** The attributes that go by another name in {@code after}: newer names to older ones. */
    public static Map<String, String> renamedAttributes(SchemaItem before, SchemaItem after) {
        return Renamings.of(before, after);
    }

    private static Map<String, SchemaItem> classes(OcsfSchema schema) {
        Map<String, SchemaItem> byName = new LinkedHashMap<>();
        schema.classes().forEach(c -> byName.put(c.name(), c));
        return byName;
    }

    private static Map<String, SchemaItem> objects(OcsfSchema schema) {
        Map<String, SchemaItem> byName = new LinkedHashMap<>();
        schema.objects().forEach(o -> byName.put(o.name(), o));
        return byName;
    }

    private static void items(
            Map<String, SchemaItem> older, Map<String, SchemaItem> newer, String kind, List<SchemaChange> changes) {
        Map<String, String> renamed = renamedClasses(older, newer);
        TreeSet<String> names = new TreeSet<>(newer.keySet());
        older.keySet().stream().filter(name -> !renamed.containsValue(name)).forEach(names::add);
        for (String name : names) {
            String oldName = renamed.getOrDefault(name, name);
            SchemaItem before = older.get(oldName);
            SchemaItem after = newer.get(name);
            if (before == null) {
                changes.add(new SchemaChange(ChangeKind.ADDED, kind, name, null, null, describe(after)));
            } else if (after == null) {
                changes.add(new SchemaChange(ChangeKind.REMOVED, kind, name, null, describe(before), null));
            } else {
                if (!oldName.equals(name)) {
                    changes.add(new SchemaChange(ChangeKind.RENAMED, kind, name, null, oldName, name));
                }
                item(before, after, kind, changes);
            }
        }
    }

    /** Newer names to older ones. */
    private static Map<String, String> renamedClasses(Map<String, SchemaItem> older, Map<String, SchemaItem> newer) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (SchemaItem after : newer.values()) {
            if (older.containsKey(after.name()) || !(after instanceof SchemaClass c)) {
                continue;
            }
            for (SchemaItem before : older.values()) {
                boolean same = before instanceof SchemaClass b
                        && b.uid() == c.uid()
                        && b.caption().equals(c.caption())
                        && !newer.containsKey(b.name());
                if (same) {
                    renamed.put(after.name(), before.name());
                }
            }
        }
        return renamed;
    }

    private static @Nullable String describe(@Nullable SchemaItem item) {
        return item instanceof SchemaClass c ? Integer.toString(c.uid()) : null;
    }

    private static void item(SchemaItem before, SchemaItem after, String kind, List<SchemaChange> changes) {
        String name = after.name();
        if (before instanceof SchemaClass b && after instanceof SchemaClass a && a.uid() != b.uid()) {
            changes.add(new SchemaChange(
                    ChangeKind.UID_CHANGED, kind, name, null, Integer.toString(b.uid()), Integer.toString(a.uid())));
        }
        if (before.deprecatedSince() == null && after.deprecatedSince() != null) {
            changes.add(new SchemaChange(ChangeKind.DEPRECATED, kind, name, null, null, after.deprecatedSince()));
        }
        if (!before.constraints().equals(after.constraints())) {
            changes.add(new SchemaChange(
                    ChangeKind.CONSTRAINTS_CHANGED,
                    kind,
                    name,
                    null,
                    before.constraints().toString(),
                    after.constraints().toString()));
        }
        Map<String, String> renamed = Renamings.of(before, after);
        TreeSet<String> names = new TreeSet<>(after.attributes().keySet());
        before.attributes().keySet().stream()
                .filter(old -> !renamed.containsValue(old))
                .forEach(names::add);
        for (String attribute : names) {
            String oldName = renamed.getOrDefault(attribute, attribute);
            SchemaAttribute old = before.attribute(oldName);
            SchemaAttribute now = after.attribute(attribute);
            if (old == null && now != null) {
                changes.add(new SchemaChange(ChangeKind.ADDED, kind, name, attribute, null, type(now)));
            } else if (old != null && now == null) {
                changes.add(new SchemaChange(ChangeKind.REMOVED, kind, name, attribute, type(old), null));
            } else if (old != null && now != null) {
                attribute(old, now, kind, name, changes);
            }
        }
    }

    private static void attribute(
            SchemaAttribute old, SchemaAttribute now, String kind, String item, List<SchemaChange> changes) {
        record Both(ChangeKind kind, @Nullable String before, @Nullable String after) {}
        List<Both> pairs = List.of(
                new Both(ChangeKind.RENAMED, old.name(), now.name()),
                new Both(ChangeKind.TYPE_CHANGED, old.type(), now.type()),
                new Both(ChangeKind.ARRAY_CHANGED, Boolean.toString(old.isArray()), Boolean.toString(now.isArray())),
                new Both(
                        ChangeKind.REQUIREMENT_CHANGED,
                        old.requirement().word(),
                        now.requirement().word()),
                new Both(
                        ChangeKind.PROFILES_CHANGED,
                        old.profiles().toString(),
                        now.profiles().toString()));
        for (Both pair : pairs) {
            if (!Objects.equals(pair.before, pair.after)) {
                changes.add(new SchemaChange(pair.kind, kind, item, now.name(), pair.before, pair.after));
            }
        }
        if (old.deprecatedSince() == null && now.deprecatedSince() != null) {
            changes.add(new SchemaChange(ChangeKind.DEPRECATED, kind, item, now.name(), null, now.deprecatedSince()));
        }
        values(old.enumeration(), now.enumeration(), kind, item, now.name(), changes);
    }

    private static void values(
            @Nullable AttributeEnum old,
            @Nullable AttributeEnum now,
            String kind,
            String item,
            String attribute,
            List<SchemaChange> changes) {
        AttributeEnum before = old == null ? new AttributeEnum(List.of()) : old;
        AttributeEnum after = now == null ? new AttributeEnum(List.of()) : now;
        for (EnumValue value : after.values()) {
            EnumValue was = before.byId(value.id());
            if (was == null) {
                changes.add(new SchemaChange(
                        ChangeKind.ENUM_VALUE_ADDED, kind, item, attribute, null, value.id() + " " + value.caption()));
            } else if (!was.caption().equals(value.caption())) {
                changes.add(new SchemaChange(
                        ChangeKind.ENUM_CAPTION_CHANGED,
                        kind,
                        item,
                        attribute,
                        value.id() + " " + was.caption(),
                        value.id() + " " + value.caption()));
            }
        }
        for (EnumValue value : before.values()) {
            if (after.byId(value.id()) == null) {
                changes.add(new SchemaChange(
                        ChangeKind.ENUM_VALUE_REMOVED,
                        kind,
                        item,
                        attribute,
                        value.id() + " " + value.caption(),
                        null));
            }
        }
    }

    private static String type(SchemaAttribute a) {
        return a.type() + (a.isArray() ? "[]" : "");
    }
}
