package org.ocsf4j.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;

/** The members of a JSON object in a file of this package, asked for by name and type; what is wrong is named with its place. */
final class Members {

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_ELEMENTS = 100;

    private final String place;
    private final Map<String, @Nullable Object> members;

    private Members(String place, Map<String, @Nullable Object> members) {
        this.place = place;
        this.members = members;
    }

    /** @param allowed the names that the object may have */
    static Members of(String place, @Nullable Object value, Set<String> allowed) {
        if (!(value instanceof Map<?, ?> map)) {
            throw problem(place, "not an object", value, "write {…}");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        for (String name : members.keySet()) {
            if (!allowed.contains(name)) {
                throw problem(place, "there is no such member", name, "use some of " + allowed);
            }
        }
        return new Members(place, members);
    }

    String text(String name) {
        if (!members.containsKey(name)) {
            throw problem(place, "a member is missing", name, "add it");
        }
        return text(name, "");
    }

    String text(String name, String absent) {
        if (!members.containsKey(name)) {
            return absent;
        }
        return checkedText(name, members.get(name));
    }

    private String checkedText(String name, @Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank() || text.length() > MAX_TEXT) {
            throw problem(place, name + " is not a text of 1 to " + MAX_TEXT + " characters", value, "correct it");
        }
        return text;
    }

    int number(String name, int absent, int min, int max) {
        if (!members.containsKey(name)) {
            return absent;
        }
        if (!(members.get(name) instanceof Integer number) || number < min || number > max) {
            throw problem(place, name + " is not a number of " + min + " to " + max, members.get(name), "correct it");
        }
        return number;
    }

    boolean flag(String name) {
        Object value = members.getOrDefault(name, false);
        if (!(value instanceof Boolean flag)) {
            throw problem(place, name + " is neither true nor false", value, "correct it");
        }
        return flag;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : elements(name)) {
            texts.add(checkedText(name, element));
        }
        return texts;
    }

    List<@Nullable Object> elements(String name) {
        Object value = members.getOrDefault(name, List.of());
        if (!(value instanceof List<?> list) || list.size() > MAX_ELEMENTS) {
            throw problem(place, name + " is not an array of up to " + MAX_ELEMENTS, value, "correct it");
        }
        return new ArrayList<@Nullable Object>(list);
    }

    ConfigurationException problem(String problem, @Nullable Object value, String whatToDo) {
        return problem(place, problem, value, whatToDo);
    }

    static ConfigurationException problem(String place, String problem, @Nullable Object value, String whatToDo) {
        String text = String.valueOf(value);
        String cut = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new ConfigurationException("[" + place + "] " + problem + "; " + cut + "; " + whatToDo);
    }
}
