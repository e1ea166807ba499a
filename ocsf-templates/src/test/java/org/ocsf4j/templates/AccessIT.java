package org.ocsf4j.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ocsf4j.opensearch.AdminAnswer;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.TlsContext;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.OpenSearchVersion;

/** The roles on a node with the security plugin: each may do its work and nothing else. */
class AccessIT {

    private static final String USER_PASSWORD = "Long-enough-4-the-plugin";
    private static final String ARN = "arn:aws:iam::123456789012:role/lake-writer";
    private static final List<Template> ACCESS = AccessOptions.builder()
            .roles(true)
            .writerArn(ARN)
            .deleteAfterDays(90)
            .build()
            .generate();

    @SuppressWarnings("NullAway.Init")
    private static LocalOpenSearch node;

    @BeforeAll
    static void start() {
        node = LocalOpenSearch.builder()
                .version(OpenSearchVersion.V2_19_4)
                .secured(Map.of())
                .setting("plugins.security.restapi.roles_enabled", "all_access")
                .start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void eachRoleDoesItsWorkAndNothingElse() {
        try (OpenSearchAdmin admin = as(LocalOpenSearch.ADMIN, LocalOpenSearch.PASSWORD)) {
            List<InstalledTemplate> first = TemplateInstaller.install(admin, ACCESS, false, result -> {});
            assertThat(first)
                    .filteredOn(t -> t.kind() != Template.Kind.POLICY)
                    .hasSize(4)
                    .allMatch(t -> t.state() == InstalledTemplate.State.CREATED);
            assertThat(first)
                    .filteredOn(t -> t.kind() == Template.Kind.POLICY)
                    .hasSize(9)
                    .allMatch(t -> t.state() == InstalledTemplate.State.ABSENT);
            assertThat(TemplateInstaller.install(admin, ACCESS, false, result -> {}))
                    .noneMatch(t -> t.state() == InstalledTemplate.State.CREATED
                            || t.state() == InstalledTemplate.State.UPDATED);
            assertThat(TemplateInstaller.verify(admin, ACCESS)).isEmpty();

            for (String role : List.of(Roles.WRITER, Roles.READER, Roles.INSTALLER)) {
                String user =
                        "{\"password\":\"" + USER_PASSWORD + "\",\"opendistro_security_roles\":[\"" + role + "\"]}";
                assertThat(send(admin, "PUT", "/_plugins/_security/api/internalusers/u-" + role, user))
                        .as(role)
                        .isBetween(200, 201);
            }
            assertThat(send(admin, "PUT", "/other/_doc/1", "{\"a\":1}")).isEqualTo(201);
            assertThat(send(admin, "PUT", "/ocsf-there/_doc/1", "{\"a\":1}")).isEqualTo(201);
        }
        List<String> wrong = new ArrayList<>();
        try (OpenSearchAdmin writer = as("u-" + Roles.WRITER, USER_PASSWORD)) {
            expect(wrong, "bulk", bulk(writer, "ocsf-1.1.0-4001-network_activity-2026.06.01"), 201);
            expect(wrong, "bulk elsewhere", bulk(writer, "other"), 403);
            expect(wrong, "delete an index", send(writer, "DELETE", "/ocsf-there", null), 403);
            expect(wrong, "delete a document", send(writer, "DELETE", "/ocsf-there/_doc/1", null), 403);
            expect(wrong, "read ours", send(writer, "GET", "/ocsf-there/_search", null), 403);
            expect(wrong, "read others", send(writer, "GET", "/other/_search", null), 403);
        }
        try (OpenSearchAdmin reader = as("u-" + Roles.READER, USER_PASSWORD)) {
            expect(wrong, "search", send(reader, "GET", "/ocsf-there/_search", null), 200);
            expect(wrong, "search elsewhere", send(reader, "GET", "/other/_search", null), 403);
            expect(wrong, "write", bulk(reader, "ocsf-there"), 403);
        }
        try (OpenSearchAdmin installer = as("u-" + Roles.INSTALLER, USER_PASSWORD)) {
            List<Template> some = TemplateGenerator.generate(TemplateOptions.builder()
                    .classes(List.of("network_activity"))
                    .replicas(0)
                    .build());
            assertThat(TemplateInstaller.install(installer, some, false, result -> {}))
                    .allMatch(InstalledTemplate::acknowledged);
            expect(wrong, "read as installer", send(installer, "GET", "/ocsf-there/_search", null), 403);
        }
        assertThat(wrong).isEmpty();
    }

    private static OpenSearchAdmin as(String user, String password) {
        return OpenSearchAdmin.builder()
                .endpoint(node.uri())
                .basicAuth(user, password)
                .sslContext(TlsContext.builder().trustPem(node.certificate()).build())
                .build();
    }

    private static void expect(List<String> wrong, String what, int status, int wanted) {
        if (status != wanted) {
            wrong.add(what + ": HTTP " + status + ", not " + wanted);
        }
    }

    private static int send(OpenSearchAdmin as, String method, String path, @Nullable String body) {
        return as.request(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    /** The status of the one item, or of the whole. */
    private static int bulk(OpenSearchAdmin as, String index) {
        AdminAnswer answer = as.request(
                "POST", '/' + index + "/_bulk", "{\"create\":{}}\n{\"time\":1}\n".getBytes(StandardCharsets.UTF_8));
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        int at = body.lastIndexOf("\"status\":");
        return at < 0 ? answer.status() : Integer.parseInt(body.substring(at + 9, at + 12));
    }
}
