package org.ocsf4j.schema.normalize;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.json.JsonTree;

/**
 * The class that an event has in the target version: the one with the same name, whatever its uid, else the one that took over.
 * A Security Finding becomes a Compliance Finding where it says how a control was met, a Vulnerability Finding where it
 * lists vulnerabilities, and a Detection Finding otherwise.
 */
final class ClassMoves {

    private static final Map<String, List<String>> SUCCESSORS = Map.of(
            "access_activity", List.of("user_access"),
            "authorization", List.of("authorize_session"),
            "resource_activity", List.of("windows_resource_activity"),
            "config_state", List.of("device_config_state"));

    private ClassMoves() {}

    static @Nullable SchemaClass target(OcsfSchema to, SchemaClass from, Map<String, Object> event) {
        if (from.name().equals("security_finding")) {
            SchemaClass kind = to.classNamed(finding(event));
            if (kind != null) {
                return kind;
            }
        }
        SchemaClass same = to.classNamed(from.name());
        if (same != null) {
            return same;
        }
        for (String name : SUCCESSORS.getOrDefault(from.name(), List.of())) {
            SchemaClass successor = to.classNamed(name);
            if (successor != null) {
                return successor;
            }
        }
        return null;
    }

    private static String finding(Map<String, Object> event) {
        Map<String, Object> compliance = JsonTree.objectOrNull(event.get("compliance"));
        if (compliance != null && !compliance.isEmpty()) {
            return "compliance_finding";
        }
        List<Object> vulnerabilities = JsonTree.arrayOrNull(event.get("vulnerabilities"));
        return vulnerabilities != null && !vulnerabilities.isEmpty() ? "vulnerability_finding" : "detection_finding";
    }
}
