package org.ocsf4j.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event class of one schema.
 *
 * @param identity version, uid, name, caption and category
 * @param categoryCaption {@code category_name} in events
 * @param observables observable type ids by attribute path
 * @param associations which attribute paths belong to which
 */
public record SchemaClass(
        OcsfClass identity,
        String categoryCaption,
        @Nullable String parent,
        @Nullable String extension,
        List<String> profiles,
        SchemaConstraints constraints,
        @Nullable String deprecatedSince,
        Map<String, Integer> observables,
        Map<String, List<String>> associations,
        Map<String, SchemaAttribute> attributes)
        implements SchemaItem {

    /** The class that every other extends. */
    public static final String BASE_EVENT = "base_event";

    public SchemaClass {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(categoryCaption, "categoryCaption");
        Objects.requireNonNull(constraints, "constraints");
        profiles = List.copyOf(profiles);
        observables = Collections.unmodifiableMap(new LinkedHashMap<>(observables));
        associations = Collections.unmodifiableMap(new LinkedHashMap<>(associations));
        attributes = Collections.unmodifiableMap(withGeneratedEnums(identity, categoryCaption, attributes));
    }

    @Override
    public String name() {
        return identity.name();
    }

    @Override
    public String caption() {
        return identity.caption();
    }

    /** {@code class_uid}. */
    public int uid() {
        return identity.uid();
    }

    public int categoryUid() {
        return identity.categoryUid();
    }

    /** {@code type_uid} of an activity of this class. */
    public long typeUid(long activityId) {
        return uid() * 100L + activityId;
    }

    /** The values that each class has for itself: its uid, its category's, and its uid times 100 plus each activity. */
    private static Map<String, SchemaAttribute> withGeneratedEnums(
            OcsfClass identity, String categoryCaption, Map<String, SchemaAttribute> attributes) {
        Map<String, SchemaAttribute> all = new LinkedHashMap<>(attributes);
        generate(all, "class_uid", List.of(value(Integer.toString(identity.uid()), identity.caption())));
        generate(all, "category_uid", List.of(value(Integer.toString(identity.categoryUid()), categoryCaption)));
        SchemaAttribute activity = all.get("activity_id");
        if (activity != null && activity.enumeration() != null) {
            generate(all, "type_uid", types(identity, activity.enumeration()));
        }
        return all;
    }

    private static void generate(Map<String, SchemaAttribute> all, String name, List<EnumValue> generated) {
        SchemaAttribute attribute = all.get(name);
        if (attribute != null && attribute.enumeration() == null) {
            all.put(name, attribute.withEnumeration(new AttributeEnum(generated)));
        }
    }

    private static List<EnumValue> types(OcsfClass identity, AttributeEnum activities) {
        List<EnumValue> types = new ArrayList<>();
        boolean unknown = false;
        String prefix = identity.caption().concat(": ");
        for (EnumValue activity : activities.values()) {
            if (!isNumber(activity.id())) {
                continue;
            }
            String caption = activity.id().equals("0") ? "Unknown" : activity.caption();
            unknown |= activity.id().equals("0");
            types.add(new EnumValue(
                    Long.toString(identity.uid() * 100L + Long.parseLong(activity.id())),
                    prefix.concat(caption),
                    activity.deprecated()));
        }
        if (!unknown) {
            types.add(value(Long.toString(identity.uid() * 100L), prefix.concat("Unknown")));
        }
        return types;
    }

    private static boolean isNumber(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() < 10;
    }

    private static EnumValue value(String id, String caption) {
        return new EnumValue(id, caption, false);
    }
}
