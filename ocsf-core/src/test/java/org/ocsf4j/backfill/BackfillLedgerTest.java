package org.ocsf4j.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.SettlementCounts;

final class BackfillLedgerTest {

    private static final ObjectIdentity ODD = object("aws/a \"b\"\n\u00e9.parquet", "e1");

    private final Path file;

    BackfillLedgerTest(@TempDir Path folder) {
        file = folder.resolve("new/backfill.ledger");
    }

    @Test
    void knowsWhatWasSettledBefore() {
        try (BackfillLedger ledger = BackfillLedger.open(file)) {
            assertThat(ledger.isSettled(ODD)).isFalse();
            ledger.settled(entry(ODD));
            assertThat(ledger.isSettled(ODD)).isTrue();
        }
        try (BackfillLedger ledger = BackfillLedger.open(file)) {
            assertThat(ledger.isSettled(ODD)).isTrue();
            assertThat(ledger.isSettled(object(ODD.location().key(), "e2")))
                    .as("an object that was replaced")
                    .isFalse();
            assertThat(ledger.size()).isEqualTo(1);
        }
    }

    @Test
    void cutsOffALineThatACrashHasTornAtAnyByte() throws IOException {
        write("a");
        byte[] first = Files.readAllBytes(file);
        write("b");
        byte[] both = Files.readAllBytes(file);
        for (int length = first.length; length < both.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(both, length));
            try (BackfillLedger ledger = BackfillLedger.open(file)) {
                assertThat(ledger.size()).as("cut at " + length).isEqualTo(1);
                ledger.settled(entry(object("c", "e")));
            }
            try (BackfillLedger ledger = BackfillLedger.open(file)) {
                assertThat(ledger.size()).isEqualTo(2);
            }
        }
    }

    @Test
    void refusesAFileThatIsNoLedger() throws IOException {
        write("a");
        Files.writeString(file, "{\"bucket\":\"lake\"}\n", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> BackfillLedger.open(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 2");
        assertThat(Files.readAllBytes(file)).as("nothing was cut off").isEqualTo(before);
    }

    @Test
    void refusesASecondOwner() {
        try (BackfillLedger ledger = BackfillLedger.open(file)) {
            assertThatThrownBy(() -> BackfillLedger.open(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("another backfill");
            ledger.settled(entry(ODD));
        }
    }

    @Test
    void staysUsableForOthersWhenAThreadIsInterrupted() {
        try (BackfillLedger ledger = BackfillLedger.open(file)) {
            Thread.currentThread().interrupt();
            ledger.settled(entry(ODD));
            assertThat(Thread.interrupted()).isTrue();
            ledger.settled(entry(object("b", "e")));
            assertThat(ledger.size()).isEqualTo(2);
        }
    }

    private void write(String key) {
        try (BackfillLedger ledger = BackfillLedger.open(file)) {
            ledger.settled(entry(object(key, "e")));
        }
    }

    private static ObjectIdentity object(String key, String eTag) {
        return new ObjectIdentity(new ObjectLocation("lake", key), eTag);
    }

    private static LedgerEntry entry(ObjectIdentity object) {
        return new LedgerEntry(object, new SettlementCounts(5, 4, 1, 0, 0), Instant.EPOCH);
    }
}
