package org.ocsf4j.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.OcsfSchema;

final class SchemaDiffTest {

    private static final OcsfSchema OLD = OcsfSchema.version("1.0.0-rc.2");
    private static final OcsfSchema NEW = OcsfSchema.version("1.1.0");

    @Test
    void aVersionDoesNotDifferFromItself() {
        assertThat(SchemaDiff.between(NEW, NEW)).isEmpty();
    }

    @Test
    void saysWhatWasAddedRemovedRenamedAndDeprecated() {
        List<SchemaChange> changes = SchemaDiff.between(OLD, NEW);
        assertThat(changes)
                .contains(
                        new SchemaChange(ChangeKind.UID_CHANGED, "class", "api_activity", null, "3005", "6003"),
                        new SchemaChange(ChangeKind.ADDED, "class", "detection_finding", null, null, "2004"),
                        new SchemaChange(ChangeKind.RENAMED, "class", "authentication", "is_mfa", "mfa", "is_mfa"),
                        new SchemaChange(ChangeKind.ADDED, "object", "cloud", "account", null, "account"),
                        new SchemaChange(ChangeKind.REMOVED, "object", "cloud", "account_uid", "string_t", null));
        assertThat(SchemaDiff.ofItem(OcsfSchema.version("1.0.0"), NEW, "security_finding"))
                .anyMatch(c -> c.kind() == ChangeKind.DEPRECATED && c.attribute() == null);
    }

    @Test
    void everyAdditionIsARemovalTheOtherWayRound() {
        assertThat(names(SchemaDiff.between(OLD, NEW), ChangeKind.ADDED))
                .containsExactlyInAnyOrderElementsOf(names(SchemaDiff.between(NEW, OLD), ChangeKind.REMOVED));
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> SchemaDiff.ofItem(OLD, NEW, "nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> names(List<SchemaChange> changes, ChangeKind kind) {
        return changes.stream()
                .filter(c -> c.kind() == kind && c.attribute() == null)
                .map(c -> c.itemKind() + " " + c.item())
                .toList();
    }
}
