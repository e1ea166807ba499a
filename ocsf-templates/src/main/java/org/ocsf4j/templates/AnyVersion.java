package org.ocsf4j.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/**
 * The fields of a class uid in whatever version has no template of its own: those of the newest version, without the few paths that
 * hold a value in one version and an object in another. Those a mapping of either kind would refuse.
 */
final class AnyVersion {

    /** Less than in a class's own template: there are many, and deeper attributes change more between versions. */
    static final int DEPTH = 2;

    /** The class whose columns are looked at most. */
    private static final int API_ACTIVITY = 6003;

    private final List<OcsfSchema> schemas;
    private final ClassFields fields;

    AnyVersion(List<OcsfSchema> schemas, MappingOptions options) {
        this.schemas = schemas;
        this.fields = new ClassFields(
                options.toBuilder().depth(Math.min(options.depth(), DEPTH)).build());
    }

    /** For each class uid the class that it is in the newest version that has it, and its fields. */
    Map<OcsfClass, FieldTree> classes(Predicate<OcsfClass> wanted) {
        Map<Integer, OcsfSchema> newest = new TreeMap<>();
        for (OcsfSchema schema : schemas) { // oldest first: the newest stays
            schema.classes().forEach(c -> newest.put(c.uid(), schema));
        }
        Map<OcsfClass, FieldTree> all = new LinkedHashMap<>();
        newest.forEach((uid, schema) -> {
            SchemaClass c = schema.classWithUid(uid);
            if (c != null && wanted.test(c.identity())) {
                all.put(c.identity(), compatible(uid, fields.of(schema, c, ListedFields.columns(uid))));
            }
        });
        return all;
    }

    /** What an event of an unknown class is found by. */
    FieldTree baseEvent() {
        OcsfSchema newest = schemas.get(schemas.size() - 1);
        SchemaClass base = newest.classNamed(SchemaClass.BASE_EVENT);
        if (base == null) {
            throw new IllegalStateException(
                    "[" + newest + "] no class " + SchemaClass.BASE_EVENT + "; compile the schema again");
        }
        return fields.of(newest, base, ListedFields.columns(API_ACTIVITY));
    }

    private FieldTree compatible(int uid, FieldTree tree) {
        FieldTree kept = new FieldTree();
        tree.leaves().forEach((path, mapping) -> {
            if (isValueEverywhere(uid, path)) {
                kept.add(path, mapping);
            }
        });
        return kept;
    }

    private boolean isValueEverywhere(int uid, String path) {
        if (path.equals(Unmapped.FIELD) || path.startsWith(Unmapped.FIELD + '.')) {
            return true;
        }
        for (OcsfSchema schema : schemas) {
            SchemaClass c = schema.classWithUid(uid);
            if (c != null && contradicts(schema, c, path)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the class has an object where the path ends, or a value where it goes on. */
    private static boolean contradicts(OcsfSchema schema, SchemaItem item, String path) {
        @Nullable SchemaItem parent = item;
        String[] members = path.split("\\.", -1);
        for (int i = 0; parent != null && i < members.length; i++) {
            SchemaAttribute attribute = parent.attribute(members[i]);
            if (attribute == null) {
                return false;
            }
            boolean last = i == members.length - 1;
            if (attribute.isObject() == last) {
                return true;
            }
            SchemaObject object = last ? null : schema.objectNamed(attribute.type());
            parent = object;
        }
        return false;
    }
}
