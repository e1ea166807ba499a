package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.OpenSearchVersion;

/** A real node with the security plugin: TLS, users, and roles that end at an index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecuredNodeCases {

    private static final String WRITER = "writer";
    private static final String NARROW = "narrow";
    private static final EventClass NETWORK_ACTIVITY = new EventClass("1.1.0", 4001L);

    private final LocalOpenSearch node;

    SecuredNodeCases(OpenSearchVersion version) {
        assumeTrue(LocalOpenSearch.isAvailable(version), "no Java for " + version.number());
        node = LocalOpenSearch.builder()
                .version(version)
                .secured(Map.of(WRITER, "ocsf-*", NARROW, "ocsf-*-6003-*"))
                .start();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private OpenSearchSink sink(String user, String password) {
        return OpenSearchSink.builder()
                .endpoint(node.uri())
                .sslContext(TlsContext.builder().trustPem(node.certificate()).build())
                .basicAuth(user, password)
                .build();
    }

    private long documents(String index) {
        try (OpenSearchAdmin admin = OpenSearchAdmin.builder()
                .endpoint(node.uri())
                .sslContext(TlsContext.builder().trustPem(node.certificate()).build())
                .basicAuth(LocalOpenSearch.ADMIN, LocalOpenSearch.PASSWORD)
                .build()) {
            admin.refresh(index);
            return admin.indices(index).stream()
                    .mapToLong(IndexSummary::documents)
                    .sum();
        }
    }

    @Test
    void storesWhatItsRoleAllowsOnce() throws InterruptedException {
        try (OpenSearchSink sink = sink(WRITER, LocalOpenSearch.PASSWORD)) {
            EventBatch batch = Batches.numbered(20);
            assertThat(sink.write(batch)).hasSize(20).containsOnly(INDEXED);
            assertThat(sink.write(batch)).hasSize(20).containsOnly(ALREADY_PRESENT);
        }
        assertThat(documents(Batches.INDEX)).isEqualTo(20);
    }

    @Test
    void stopsAtAnItemThatItsRoleForbidsAndKeepsTheOthers() {
        EventBatch batch = new EventBatch(1 << 20, 10);
        batch.clear(Batches.OBJECT);
        byte[] document = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
        batch.append(document, 100, Batches.API_ACTIVITY, Batches.NOON);
        batch.append(document, 101, NETWORK_ACTIVITY, Batches.NOON);
        batch.append(document, 102, Batches.API_ACTIVITY, Batches.NOON);
        try (OpenSearchSink sink = sink(NARROW, LocalOpenSearch.PASSWORD)) {
            assertThatThrownBy(() -> sink.write(batch))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("4001-network_activity")
                    .hasMessageContaining("security_exception")
                    .hasMessageContaining("403");
        }
        assertThat(documents("ocsf-*-6003-*")).isGreaterThanOrEqualTo(2);
        assertThat(documents("ocsf-*-4001-*")).isZero();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        try (OpenSearchSink sink = sink(WRITER, "wrong")) {
            assertThatThrownBy(() -> sink.write(Batches.numbered(1)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("401");
        }
    }

    @Test
    void saysThatTheCertificateIsNotTrusted() {
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(node.uri())
                .basicAuth(WRITER, LocalOpenSearch.PASSWORD)
                .build()) {
            assertThatThrownBy(() -> sink.write(Batches.numbered(1)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("TLS");
        }
    }
}
