package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

/**
 * Policies of Index State Management, one a category of classes: an index is hot, then read-only, then deleted. Indices of
 * extensions and unknown classes have the last policy. The patterns name each class uid: a shorter one would match dates too.
 */
final class RetentionPolicies {

    /** Behind the names of other tools' policies. */
    private static final int PRIORITY = 50;

    private static final int CORE_UIDS = 100_000;
    private static final int UIDS_A_CATEGORY = 1_000;
    private static final List<String> CATEGORIES =
            List.of("system", "findings", "iam", "network", "discovery", "application", "remediation", "unmanned");

    private RetentionPolicies() {}

    static List<Template> all(int hotDays, int deleteAfterDays) {
        List<Template> policies = new ArrayList<>();
        for (int i = 0; i < CATEGORIES.size(); i++) {
            policies.add(policy("ocsf-" + CATEGORIES.get(i), patterns(i + 1), PRIORITY + 1, hotDays, deleteAfterDays));
        }
        policies.add(policy("ocsf-other", List.of("ocsf-*"), PRIORITY, hotDays, deleteAfterDays));
        return policies;
    }

    private static List<String> patterns(int category) {
        Set<String> patterns = new TreeSet<>();
        for (OcsfClass c : OcsfClasses.all()) {
            if (c.uid() < CORE_UIDS && c.uid() / UIDS_A_CATEGORY == category) {
                patterns.add("ocsf-*-" + c.uid() + "-*");
            }
        }
        return List.copyOf(patterns);
    }

    private static Template policy(String name, List<String> patterns, int priority, int hotDays, int deleteAfterDays) {
        String json = JsonText.object(body -> {
            body.writeObjectFieldStart("policy");
            body.writeStringField(
                    "description", "Read-only after " + hotDays + " days, deleted after " + deleteAfterDays);
            body.writeStringField("default_state", "hot");
            body.writeArrayFieldStart("states");
            state(body, "hot", null, "read_only", hotDays);
            state(body, "read_only", "read_only", "delete", deleteAfterDays);
            state(body, "delete", "delete", null, 0);
            body.writeEndArray();
            body.writeArrayFieldStart("ism_template");
            body.writeStartObject();
            JsonText.strings(body, "index_patterns", patterns);
            body.writeNumberField("priority", priority);
            body.writeEndObject();
            body.writeEndArray();
            body.writeEndObject();
        });
        return new Template(Template.Kind.POLICY, name, List.of(), json);
    }

    private static void state(
            JsonGenerator body, String name, @Nullable String action, @Nullable String next, int afterDays)
            throws IOException {
        body.writeStartObject();
        body.writeStringField("name", name);
        body.writeArrayFieldStart("actions");
        if (action != null) {
            body.writeStartObject();
            body.writeObjectFieldStart(action);
            body.writeEndObject();
            body.writeEndObject();
        }
        body.writeEndArray();
        body.writeArrayFieldStart("transitions");
        if (next != null) {
            body.writeStartObject();
            body.writeStringField("state_name", next);
            body.writeObjectFieldStart("conditions");
            body.writeStringField("min_index_age", afterDays + "d");
            body.writeEndObject();
            body.writeEndObject();
        }
        body.writeEndArray();
        body.writeEndObject();
    }
}
