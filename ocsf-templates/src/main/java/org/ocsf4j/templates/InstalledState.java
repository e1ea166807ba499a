package org.ocsf4j.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.opensearch.AdminAnswer;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.schema.json.JsonTree;

/** What of ours a cluster has, as it gives it back. Read once; not thread-safe. */
final class InstalledState {

    /** A body, and what an update of a policy has to name. */
    record Found(Map<String, Object> body, @Nullable String version) {}

    private static final int MAX_CAUSE = 300;

    private final OpenSearchAdmin admin;
    private final Map<Template.Kind, @Nullable Map<String, Found>> byKind = new HashMap<>();

    InstalledState(OpenSearchAdmin admin) {
        this.admin = admin;
    }

    /** Whether the cluster has what serves this kind. */
    boolean isServed(Template.Kind kind) {
        return all(kind) != null;
    }

    @Nullable
    Found find(Template.Kind kind, String name) {
        Map<String, Found> all = all(kind);
        return all == null ? null : all.get(name);
    }

    private @Nullable Map<String, Found> all(Template.Kind kind) {
        if (!byKind.containsKey(kind)) {
            byKind.put(kind, read(kind));
        }
        return byKind.get(kind);
    }

    private @Nullable Map<String, Found> read(Template.Kind kind) {
        String path = kind.path()
                + switch (kind) {
                    case COMPONENT, INDEX, PIPELINE -> "ocsf-*";
                    case POLICY, ROLE, ROLE_MAPPING -> "";
                };
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        AdminAnswer answer = admin.request("GET", trimmed, null);
        boolean plugin = kind.isOfPlugin();
        if (answer.status() == 404 && !plugin) {
            return Map.of();
        }
        if (plugin && isUnknownPath(answer.status())) {
            return null;
        }
        requireSuccess(trimmed, answer);
        Map<String, Found> found = new HashMap<>();
        Map<String, Object> tree = parse(trimmed, answer.body());
        switch (kind) {
            case COMPONENT -> list(tree, "component_templates", "component_template", found);
            case INDEX -> list(tree, "index_templates", "index_template", found);
            case POLICY -> policies(tree, found);
            case PIPELINE, ROLE, ROLE_MAPPING -> tree.forEach((name, body) -> put(found, name, body, null));
        }
        return found;
    }

    /** How OpenSearch answers for a path that no plugin serves. */
    private static boolean isUnknownPath(int status) {
        return status == 400 || status == 404 || status == 405;
    }

    private static void list(Map<String, Object> tree, String listName, String bodyName, Map<String, Found> found) {
        List<Object> entries = JsonTree.arrayOrNull(tree.get(listName));
        for (Object entry : entries == null ? List.of() : entries) {
            Map<String, Object> object = JsonTree.objectOrNull(entry);
            if (object != null) {
                put(found, String.valueOf(object.get("name")), object.get(bodyName), null);
            }
        }
    }

    private static void policies(Map<String, Object> tree, Map<String, Found> found) {
        List<Object> entries = JsonTree.arrayOrNull(tree.get("policies"));
        for (Object entry : entries == null ? List.of() : entries) {
            Map<String, Object> object = JsonTree.objectOrNull(entry);
            if (object != null) {
                Object policy = object.get("policy");
                put(
                        found,
                        String.valueOf(object.get("_id")),
                        policy == null ? null : Map.of("policy", policy),
                        "?if_seq_no=" + object.get("_seq_no") + "&if_primary_term=" + object.get("_primary_term"));
            }
        }
    }

    private static void put(Map<String, Found> found, String name, @Nullable Object body, @Nullable String version) {
        Map<String, Object> object = JsonTree.objectOrNull(body);
        if (object != null) {
            found.put(name, new Found(object, version));
        }
    }

    static void requireSuccess(String path, AdminAnswer answer) {
        if (!answer.isSuccess()) {
            String cause = new String(answer.body(), StandardCharsets.UTF_8);
            throw new ConfigurationException(
                    "[" + path + "] OpenSearch refuses the request; HTTP " + answer.status() + ' '
                            + cause.substring(0, Math.min(MAX_CAUSE, cause.length()))
                            + "; check that the user may manage templates, policies and roles");
        }
    }

    static Map<String, Object> parse(String path, byte[] json) {
        try {
            return JsonTree.parseObject(json);
        } catch (IOException e) {
            throw new UnavailableException(
                    "[" + path + "] the answer is not OpenSearch's; " + e.getMessage() + "; check the endpoint", e);
        }
    }
}
