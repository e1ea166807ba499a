package org.ocsf4j.templates;

import java.util.List;

/** Roles of the security plugin: who writes events may do nothing else. */
final class Roles {

    static final String WRITER = "ocsf-writer";
    static final String READER = "ocsf-reader";
    static final String INSTALLER = "ocsf-installer";

    private static final List<String> OURS = List.of("ocsf-*");

    private Roles() {}

    static List<Template> all() {
        return List.of(
                role(
                        WRITER,
                        List.of("cluster:monitor/main", "indices:data/write/bulk"),
                        List.of(
                                "indices:data/write/index",
                                "indices:data/write/bulk*",
                                "indices:admin/create",
                                "indices:admin/mapping/put",
                                "indices:admin/mapping/auto_put")),
                role(
                        READER,
                        List.of("cluster:monitor/main", "cluster_composite_ops_ro"),
                        List.of(
                                "read",
                                "indices:admin/mappings/get",
                                "indices:admin/mappings/fields/get*",
                                "indices:admin/resolve/index")),
                role(
                        INSTALLER,
                        List.of(
                                "cluster:monitor/main",
                                "indices:admin/index_template/*",
                                "cluster:admin/component_template/*",
                                "cluster:admin/ingest/pipeline/*",
                                "cluster:admin/opendistro/ism/policy/*"),
                        List.of("indices:admin/index_template/*")));
    }

    static Template writerMapping(String arn) {
        String json = JsonText.object(body -> JsonText.strings(body, "backend_roles", List.of(arn)));
        return new Template(Template.Kind.ROLE_MAPPING, WRITER, List.of(), json);
    }

    private static Template role(String name, List<String> cluster, List<String> index) {
        String json = JsonText.object(body -> {
            JsonText.strings(body, "cluster_permissions", cluster);
            body.writeArrayFieldStart("index_permissions");
            body.writeStartObject();
            JsonText.strings(body, "index_patterns", OURS);
            JsonText.strings(body, "allowed_actions", index);
            body.writeEndObject();
            body.writeEndArray();
        });
        return new Template(Template.Kind.ROLE, name, List.of(), json);
    }
}
