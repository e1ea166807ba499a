package org.ocsf4j.schema.compiler;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/**
 * What a class says about itself: {@code uid} = ((extension's uid * 100, or 0) + category's uid) * 1000 + own uid, and the
 * enums of {@code class_uid}, {@code category_uid} and {@code type_uid}, which is uid * 100 + activity.
 */
final class ClassUids {

    private final Map<String, Object> categories;
    private final Dictionary dictionary;
    private final Map<Long, String> taken = new HashMap<>();

    ClassUids(Map<String, Object> categories, Dictionary dictionary) {
        this.categories = categories;
        this.dictionary = dictionary;
    }

    void assign(String key, Map<String, Object> c) {
        String categoryName = Trees.text(c, "category");
        Map<String, Object> category =
                categoryName == null ? null : JsonTree.objectOrNull(categories.get(categoryName));
        if (category == null && !"other".equals(categoryName)) {
            throw new SchemaCompilationException("[class " + key + "] the category is not there; " + categoryName
                    + "; define it in categories.json");
        }
        long categoryUid = category == null ? 0 : Trees.number(category, "uid");
        boolean scoped = category != null && category.containsKey("extension_id");
        long prefix = scoped ? categoryUid : Trees.number(c, "extension_id") * 100 + categoryUid;
        long uid = prefix * 1000 + Trees.number(c, "uid");
        String other = taken.putIfAbsent(uid, key);
        if (other != null) {
            throw new SchemaCompilationException(
                    "[class " + key + "] the uid is taken by " + other + "; " + uid + "; give one of them another");
        }
        c.put("uid", uid);
        c.put("category_uid", categoryUid);
        String caption = Trees.text(c, "caption", "UNKNOWN");
        Map<String, Object> attributes = Trees.attributes(c);
        typeUid(key, attributes, uid, caption);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("caption", caption);
        own.put("description", Trees.text(c, "description", ""));
        enumOf(attributes, "class_uid", Long.toString(uid), own);
        Trees.object(attributes, "class_name", key)
                .put(
                        "description",
                        "The event class name, as defined by class_uid value: <code>" + caption + "</code>.");
        if (category != null) {
            String categoryCaption = Trees.text(category, "caption", "");
            c.put("category_name", categoryCaption);
            enumOf(attributes, "category_uid", Long.toString(categoryUid), Trees.copy(category));
            Trees.object(attributes, "category_name", key)
                    .put(
                            "description",
                            "The event category name, as defined by category_uid value: <code>" + categoryCaption
                                    + "</code>.");
        }
    }

    private static void enumOf(Map<String, Object> attributes, String name, String id, Map<String, Object> value) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(id, value);
        Trees.object(attributes, name, name).put("enum", values);
    }

    private void typeUid(String key, Map<String, Object> attributes, long uid, String caption) {
        Map<String, Object> activity = JsonTree.objectOrNull(attributes.get("activity_id"));
        Map<String, Object> activities = activity == null ? null : JsonTree.objectOrNull(activity.get("enum"));
        if (activities == null && activity != null) {
            activities = JsonTree.objectOrNull(
                    dictionary.entry(key, "activity_id", activity).get("enum"));
        }
        if (activities == null) {
            throw new SchemaCompilationException(
                    "[class " + key + "] activity_id has no enum; " + activity + "; write its values");
        }
        Map<String, Object> types = new LinkedHashMap<>();
        activities.forEach((id, value) -> {
            Map<String, Object> type = Trees.copy(Trees.asObject(value, key + ".activity_id"));
            type.put("caption", caption + ": " + Trees.text(type, "caption", "<unknown>"));
            types.put(Long.toString(uid * 100 + activityId(key, id)), type);
        });
        Map<String, Object> unknown = new LinkedHashMap<>();
        unknown.put("caption", caption + ": Unknown");
        types.put(Long.toString(uid * 100), unknown);
        Trees.object(attributes, "type_uid", key).put("enum", types);
    }

    private static long activityId(String key, @Nullable String id) {
        if (id == null || !id.matches("\\d{1,9}")) {
            throw new SchemaCompilationException("[class " + key + "] an activity is no number; " + id
                    + "; write numbers as keys of activity_id's enum");
        }
        return Long.parseLong(id);
    }
}
