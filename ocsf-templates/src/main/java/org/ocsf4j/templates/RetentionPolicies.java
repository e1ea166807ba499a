package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies of Index State Management, one a family of classes: an index is hot, then read-only, then deleted. A family is the thousands of
 * a class uid; indices of private extensions and unknown classes have the last policy.
 */
final class RetentionPolicies {

    /** Behind the names of other tools' policies. */
    private static final int PRIORITY = 50;

    private static final List<String> FAMILIES = List.of(
            "1-system",
            "2-findings",
            "3-iam",
            "4-network",
            "5-discovery",
            "6-application",
            "7-remediation",
            "8-unmanned");

    private RetentionPolicies() {}

    static List<Template> all(int hotDays, int deleteAfterDays) {
        List<Template> policies = new ArrayList<>();
        for (String family : FAMILIES) {
            String name = "ocsf-" + family.substring(family.indexOf('-') + 1);
            policies.add(policy(name, "ocsf-*-" + family.charAt(0) + "0*", PRIORITY + 1, hotDays, deleteAfterDays));
        }
        policies.add(policy("ocsf-other", "ocsf-*", PRIORITY, hotDays, deleteAfterDays));
        return policies;
    }

    private static Template policy(String name, String pattern, int priority, int hotDays, int deleteAfterDays) {
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
            JsonText.strings(body, "index_patterns", List.of(pattern));
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
