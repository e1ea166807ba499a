package org.ocsf4j.schema.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;

/** Finds attributes that go by another name. */
final class Renamings {

    private static final Set<String> SUFFIXES = Set.of("_info", "_score");

    private Renamings() {}

    /** Newer names to older ones. */
    static Map<String, String> of(SchemaItem before, SchemaItem after) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (SchemaAttribute old : before.attributes().values()) {
            if (after.attribute(old.name()) != null) {
                continue;
            }
            List<String> heirs = new ArrayList<>();
            for (SchemaAttribute now : after.attributes().values()) {
                boolean free = before.attribute(now.name()) == null && !renamed.containsKey(now.name());
                if (free && stands(old, now)) {
                    heirs.add(now.name());
                }
            }
            if (heirs.size() == 1) {
                renamed.put(heirs.get(0), old.name());
            }
        }
        return renamed;
    }

    private static boolean stands(SchemaAttribute old, SchemaAttribute now) {
        boolean derived = now.name().equals("is_" + old.name());
        for (String suffix : SUFFIXES) {
            derived |= now.name().equals(old.name() + suffix);
        }
        boolean alike = now.isArray() == old.isArray() && now.isObject() == old.isObject();
        return alike
                && (derived || (now.type().equals(old.type()) && now.caption().equals(old.caption())));
    }
}
