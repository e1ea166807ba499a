package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.OpenSearchVersion;

/** An entry of {@code unmapped} that a {@code flat_object} has no room for. */
class LargeValueIT {

    private static final String TEMPLATE =
            """
            {"index_patterns":["ocsf-*"],"template":{"settings":{"number_of_replicas":0},
             "mappings":{"dynamic":false,"properties":{"n":{"type":"long"},"unmapped":{"type":"flat_object"}}}}}""";

    @ParameterizedTest
    @EnumSource
    void arrivesWithTheEntryAside(OpenSearchVersion version) throws InterruptedException {
        Assumptions.assumeTrue(LocalOpenSearch.isAvailable(version), "no Java for " + version);
        String entry = "x".repeat(40_000);
        EventBatch batch = Batches.of(
                "{\"n\":1,\"unmapped\":{\"small\":\"a\"}}",
                "{\"n\":2,\"unmapped\":{\"small\":\"a\",\"requestParameters.policyDocument\":\"" + entry + "\"}}",
                "{\"n\":3}");
        try (LocalOpenSearch node = LocalOpenSearch.builder().version(version).start();
                OpenSearchAdmin admin =
                        OpenSearchAdmin.builder().endpoint(node.uri()).build();
                OpenSearchSink sink =
                        OpenSearchSink.builder().endpoint(node.uri()).build()) {
            admin.putIndexTemplate("large", TEMPLATE.getBytes(StandardCharsets.UTF_8));
            assertThat(sink.write(batch)).containsExactly(INDEXED, INDEXED, INDEXED);
            assertThat(sink.repairedDocuments()).isEqualTo(1);
            assertThat(sink.write(batch)).containsExactly(ALREADY_PRESENT, ALREADY_PRESENT, ALREADY_PRESENT);
            admin.refresh(Batches.INDEX);
            assertThat(new String(
                            admin.search(
                                    Batches.INDEX, "{\"query\":{\"term\":{\"n\":2}}}".getBytes(StandardCharsets.UTF_8)),
                            StandardCharsets.UTF_8))
                    .contains("ocsf_rejected")
                    .contains("requestParameters.policyDocument")
                    .contains("x".repeat(10_000));
        }
    }
}
