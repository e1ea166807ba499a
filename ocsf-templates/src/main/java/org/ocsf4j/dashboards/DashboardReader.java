package org.ocsf4j.dashboards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;

/** Reads the files of fields and dashboards, within limits; every problem names its file and place. */
final class DashboardReader {

    private static final int MAX_BYTES = 256 << 10;
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;
    private static final int COLUMNS = 12;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    private static final Pattern FIELD_ID = Pattern.compile("@?[A-Za-z][A-Za-z0-9_.]{0,100}");
    private static final Pattern INDICES = Pattern.compile("ocsf-[a-z0-9.*_,-]{1,200}");

    private final Map<String, Field> fields;

    private DashboardReader(Map<String, Field> fields) {
        this.fields = fields;
    }

    /** Reads the fields that dashboards may use. */
    static Map<String, Field> fields(String file, byte[] json) {
        Members root = Members.of(file, tree(file, json), Set.of("fields"));
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Object element : root.elements("fields")) {
            String place = file + ": field " + (fields.size() + 1);
            Members members = Members.of(place, element, Set.of("id", "label", "kind", "names"));
            String id = matching(members, "id", FIELD_ID);
            List<String> names = members.texts("names");
            for (String name : names) {
                if (!FIELD_ID.matcher(name).matches()) {
                    throw members.problem("not an attribute path", name, "use letters, digits, _ and .");
                }
            }
            Field field = new Field(id, members.text("label"), kindOf(members), names.isEmpty() ? List.of(id) : names);
            if (fields.put(id, field) != null) {
                throw members.problem("the field is there already", id, "remove one of the two");
            }
        }
        return fields;
    }

    private static FieldKind kindOf(Members members) {
        String word = members.text("kind", FieldKind.STRING.word());
        for (FieldKind kind : FieldKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw members.problem("there is no such kind of field", word, "use one of " + List.of(FieldKind.values()));
    }

    /** Reads a dashboard that uses these fields. */
    static Dashboard dashboard(String file, byte[] json, Map<String, Field> fields) {
        return new DashboardReader(fields).read(file, json);
    }

    private Dashboard read(String file, byte[] json) {
        Members root = Members.of(
                file,
                tree(file, json),
                Set.of("id", "title", "about", "indices", "query", "time", "controls", "panels"));
        String id = matching(root, "id", ID);
        Field time = field(root, root.text("time", "time"));
        List<Panel> panels = new ArrayList<>();
        for (Object element : root.elements("panels")) {
            panels.add(panel(file, id + '-' + (panels.size() + 1), time, element));
        }
        if (panels.isEmpty()) {
            throw root.problem("a dashboard has no panels", id, "add one");
        }
        return new Dashboard(
                id,
                root.text("title"),
                root.text("about"),
                matching(root, "indices", INDICES),
                root.text("query", ""),
                fields(root, "controls"),
                panels);
    }

    private Panel panel(String file, String id, Field time, @Nullable Object element) {
        Members members = Members.of(
                file + ": panel " + id,
                element,
                Set.of("title", "about", "kind", "fields", "metrics", "query", "time", "limit", "rarest", "width"));
        List<Metric> metrics = new ArrayList<>();
        for (String metric : members.texts("metrics")) {
            metrics.add(metric(members, metric));
        }
        String ownTime = members.text("time", "");
        try {
            return new Panel(
                    id,
                    members.text("title"),
                    members.text("about", ""),
                    panelKind(members),
                    fields(members, "fields"),
                    metrics.isEmpty() ? List.of(Metric.COUNT) : metrics,
                    members.text("query", ""),
                    ownTime.isEmpty() ? time : field(members, ownTime),
                    members.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
                    members.flag("rarest"),
                    members.number("width", COLUMNS / 2, 2, COLUMNS));
        } catch (IllegalArgumentException e) {
            throw members.problem(String.valueOf(e.getMessage()), members.text("title"), "correct the panel");
        }
    }

    private static PanelKind panelKind(Members members) {
        String word = members.text("kind");
        for (PanelKind kind : PanelKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw members.problem("there is no such kind of panel", word, "use one of " + List.of(PanelKind.values()));
    }

    private Metric metric(Members members, String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        for (Metric.Function function : Metric.Function.values()) {
            if (function.word().equals(word)) {
                Field field = colon < 0 ? null : field(members, text.substring(colon + 1));
                boolean numeric = function != Metric.Function.COUNT && function != Metric.Function.DISTINCT;
                if (numeric && field != null && (field.kind() != FieldKind.NUMBER || field.isScripted())) {
                    throw members.problem("a field that is no number of one name has no sum", text, "count it");
                }
                return new Metric(function, field);
            }
        }
        throw members.problem("there is no such metric", text, "use count, sum, avg, max or cardinality");
    }

    private List<Field> fields(Members members, String name) {
        List<Field> found = new ArrayList<>();
        for (String id : members.texts(name)) {
            found.add(field(members, id));
        }
        return found;
    }

    private Field field(Members members, String id) {
        Field field = fields.get(id);
        if (field == null) {
            throw members.problem("there is no such field", id, "add it to fields.json");
        }
        return field;
    }

    private static String matching(Members members, String name, Pattern pattern) {
        String text = members.text(name);
        if (!pattern.matcher(text).matches()) {
            throw members.problem(name + " does not match " + pattern, text, "rename it");
        }
        return text;
    }

    static @Nullable Object tree(String file, byte[] json) {
        if (json.length > MAX_BYTES) {
            throw Members.problem(file, "the file is longer than " + MAX_BYTES, json.length, "divide it");
        }
        try {
            return JsonTree.read(json);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "[" + file + "] not JSON; "
                            + String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .toLowerCase(Locale.ROOT)
                            + "; correct the file",
                    e);
        }
    }
}
