package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.backfill.BackfillLedger;
import org.ocsf4j.backfill.LedgerEntry;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.services.s3.S3Client;

final class S3LedgerFolderIT {

    private static final String BUCKET = "backfill-state";

    private final LocalS3 server = LocalS3.start();
    private final Path bucket = server.createBucket(BUCKET);
    private final AwsClients clients = AwsClients.builder()
            .region(server.region())
            .credentials(server.accessKey(), server.secretKey())
            .s3Endpoint(server.endpoint())
            .build();
    private final S3Client s3 = clients.s3();
    private final S3LedgerFolder ledger = new S3LedgerFolder(s3, BUCKET, "lake/ledger/");

    @AfterEach
    void stop() {
        s3.close();
        clients.close();
        server.close();
    }

    @Test
    void givesBackWhatEachPartHasNoted() {
        ledger.write("run-0", List.of());
        assertThat(ledger.parts()).as("before anything is settled").isEmpty();
        ledger.write("run-1", List.of(entry("a \"b\"\n\u00e9", "e1"), entry("c", "e2")));
        ledger.write("run-2", List.of(entry("d", "e3")));
        assertThat(ledger.parts()).containsExactly("lake/ledger/run-1.ndjson", "lake/ledger/run-2.ndjson");
        assertThat(ledger.read("lake/ledger/run-1.ndjson"))
                .containsExactly(object("a \"b\"\n\u00e9", "e1"), object("c", "e2"));
        assertThat(new S3LedgerFolder(s3, BUCKET, "other/").parts()).isEmpty();
    }

    @Test
    void readsTheLedgerFileOfOneMachineAndPassesOverATornLine() throws IOException {
        Path file = Files.createDirectories(bucket.resolve("lake/ledger")).resolve("file.ndjson");
        try (BackfillLedger one = BackfillLedger.open(file)) {
            one.settled(entry("a", "e1"));
        }
        Files.writeString(file, Files.readString(file) + "{\"bucket\":\"la");
        assertThat(ledger.read("lake/ledger/file.ndjson")).containsExactly(object("a", "e1"));
    }

    @Test
    void namesWhatIsNoLedgerAndABucketThatRefuses() throws IOException {
        Files.writeString(
                Files.createDirectories(bucket.resolve("lake/ledger")).resolve("x.ndjson"), "{\"key\":\"a\"}\n");
        assertThatThrownBy(() -> ledger.read("lake/ledger/x.ndjson"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lake/ledger/x.ndjson: line 1");
        assertThatThrownBy(() -> new S3LedgerFolder(s3, "nowhere", "").parts())
                .isInstanceOf(ConfigurationException.class);
    }

    private static LedgerEntry entry(String key, String eTag) {
        return new LedgerEntry(object(key, eTag), new SettlementCounts(1, 1, 0, 0, 0), Instant.EPOCH);
    }

    private static ObjectIdentity object(String key, String eTag) {
        return new ObjectIdentity(new ObjectLocation("lake", key), eTag);
    }
}
