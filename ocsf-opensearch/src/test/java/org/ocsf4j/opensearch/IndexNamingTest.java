package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

class IndexNamingTest {

    private static final Pattern LEGAL = Pattern.compile("ocsf-[a-z0-9.-]+-[0-9]{1,7}-[a-z0-9_]+-[a-z0-9.]+");

    private static String daily(@Nullable String version, @Nullable Long classUid, String time) {
        return IndexNaming.daily()
                .indexFor(new EventClass(version, classUid), Instant.parse(time).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.0, 6003, ocsf-1.1.0-6003-api_activity-2026.11.24",
        "1.0.0-rc.2, 3005, ocsf-1.0.0-rc.2-3005-api_activity-2026.11.24",
        "1.1.0, 3005, ocsf-1.1.0-3005-user_access-2026.11.24",
        "1.1.0, 424242, ocsf-1.1.0-424242-unknown-2026.11.24",
        "9.9.9, 6003, ocsf-unknown-6003-unknown-2026.11.24",
        ", 6003, ocsf-unknown-6003-unknown-2026.11.24",
        "1.1.0, 0, ocsf-1.1.0-0-base_event-2026.11.24",
        "1.1.0, , ocsf-1.1.0-0-unknown-2026.11.24",
        ", , ocsf-unknown-0-unknown-2026.11.24",
        "1.1.0, -1, ocsf-1.1.0-0-unknown-2026.11.24",
        "1.1.0, 9999999, ocsf-1.1.0-9999999-unknown-2026.11.24",
        "1.1.0, 10000000, ocsf-1.1.0-0-unknown-2026.11.24",
        "1.1.0, 9223372036854775807, ocsf-1.1.0-0-unknown-2026.11.24"
    })
    void namesVersionClassAndDay(@Nullable String version, @Nullable Long classUid, String index) {
        assertThat(daily(version, classUid, "2026-11-24T23:59:59.999Z")).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59.999Z, undated",
        "2000-01-01T00:00:00Z, 2000.01.01",
        "2024-02-29T12:00:00Z, 2024.02.29",
        "2099-12-31T23:59:59.999Z, 2099.12.31",
        "2100-01-01T00:00:00Z, undated",
        "1969-12-31T23:59:59Z, undated"
    })
    void knowsTheDaysOfThisCenturyOnly(String time, String day) {
        assertThat(daily("1.1.0", 6003L, time)).isEqualTo("ocsf-1.1.0-6003-api_activity-" + day);
    }

    @ParameterizedTest
    @ValueSource(longs = {EventBatch.NO_TIME, Long.MAX_VALUE, Long.MIN_VALUE + 1, -1, 0})
    void anAbsurdTimeIsUndated(long time) {
        assertThat(IndexNaming.daily().indexFor(Batches.API_ACTIVITY, time)).endsWith("-undated");
        assertThat(IndexNaming.yearly().indexFor(Batches.API_ACTIVITY, time)).endsWith("-undated");
    }

    @Test
    void namesMonthsAndYears() {
        assertThat(IndexNaming.monthly().indexFor(Batches.API_ACTIVITY, Batches.NOON))
                .endsWith("-api_activity-2026.11");
        assertThat(IndexNaming.yearly().indexFor(Batches.API_ACTIVITY, Batches.NOON))
                .endsWith("-api_activity-2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../_cluster/settings",
                "1.1.0/_bulk?",
                "1.1.0\n{\"delete\":{}}",
                "1.1.0\",\"_id\":\"x",
                "<ocsf-{now/d}>",
                "*",
                "",
                "1.1.0 ",
                "１.1.0"
            })
    void textOfAnEventNeverGetsIntoAName(String version) {
        String name = daily(version, 6003L, "2026-11-24T00:00:00Z");
        assertThat(name).isEqualTo("ocsf-unknown-6003-unknown-2026.11.24").matches(LEGAL);
    }

    @Test
    void everyBundledClassHasALegalName() {
        for (OcsfClass c : OcsfClasses.all()) {
            String name = IndexNaming.daily().indexFor(new EventClass(c.version(), (long) c.uid()), Batches.NOON);
            assertThat(name).matches(LEGAL).startsWith(IndexNaming.prefixFor(c)).hasSizeLessThan(255);
        }
    }

    @Test
    void aFixedNameIsTakenAsItIsOrRefused() {
        assertThat(IndexNaming.fixed("events").indexFor(EventClass.UNKNOWN, EventBatch.NO_TIME))
                .isEqualTo("events");
        for (String bad : new String[] {"", "Events", "_x", "-x", "a/b", "a b", "a,b", "a*", ".", "x".repeat(256)}) {
            assertThatThrownBy(() -> IndexNaming.fixed(bad)).hasMessageContaining("not an index name");
        }
    }
}
