package org.ocsf4j.events.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaItem;

/** The version that first had an item or an attribute of it, of those that are bundled. */
final class FirstVersions {

    private final Map<String, String> first = new HashMap<>();
    private final String oldest;

    FirstVersions(String last) {
        List<String> versions = OcsfSchema.bundledVersions();
        oldest = versions.get(0);
        for (String version : versions.subList(0, versions.indexOf(last) + 1)) {
            for (SchemaItem item : EventTypesGenerator.items(OcsfSchema.version(version))) {
                first.putIfAbsent(item.name(), version);
                for (String attribute : item.attributes().keySet()) {
                    first.putIfAbsent(item.name() + " " + attribute, version);
                }
            }
        }
    }

    /** Null where the oldest bundled version has the item. */
    @Nullable
    String of(SchemaItem item) {
        return later(first.get(item.name()));
    }

    /** Null where the item has had the attribute as long as there has been the item. */
    @Nullable
    String of(SchemaItem item, String attribute) {
        String version = first.get(item.name() + " " + attribute);
        return version == null || version.equals(first.get(item.name())) ? null : later(version);
    }

    private @Nullable String later(@Nullable String version) {
        return version == null || version.equals(oldest) ? null : version;
    }
}
