package org.ocsf4j.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LakeWalkTest {

    private static final String EU = "aws/ROUTE53/2.0/region=eu-west-1/accountId=111122223333/eventDay=";
    private static final String CUSTOM = "ext/crowd/1.0/region=eu-west-1/accountid=external-7/eventhour=";

    private final MemoryLake lake = new MemoryLake();

    @Test
    void findsEveryParquetObjectInOrderAcrossPages() {
        for (int day = 20260601; day < 20260608; day++) {
            lake.put(EU + day + "/a.gz.parquet");
            lake.put(EU + day + "/b.gz.parquet");
            lake.put(EU + day + "/c.PARQUET");
        }
        List<String> keys = keys(LakeSelection.ALL);
        assertThat(keys).hasSize(21).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void passesOverWhatHoldsNoEvents() {
        lake.put(EU + "20260601/a.gz.parquet");
        lake.put(EU + "20260601/empty.gz.parquet", 0, "e");
        lake.put(EU + "20260601/a.crc");
        lake.put("aws/ROUTE53/2.0/_SUCCESS");
        lake.put("aws/ROUTE53/2.0/metadata/00001.metadata.json");
        lake.put("aws/ROUTE53/2.0/metadata/stats.parquet");
        lake.put("ext/metadata/1.0/region=eu-west-1/accountId=1/eventDay=20260601/x.parquet");
        LakeWalk walk = new LakeWalk(lake, LakeSelection.ALL);
        assertThat(keys(walk))
                .containsExactly(
                        EU + "20260601/a.gz.parquet",
                        "ext/metadata/1.0/region=eu-west-1/accountId=1/eventDay=20260601/x.parquet");
        assertThat(walk.ignored()).isEqualTo(3);
        assertThat(lake.listed).doesNotContain("aws/ROUTE53/2.0/metadata/");
    }

    @Test
    void walksWhatWasListedElsewhereWhereverItLies() {
        ListedObject inside = lake.put(EU + "20260601/a.gz.parquet");
        ListedObject outside = lake.put("archive/b.parquet");
        ObjectListing known = ObjectListing.of(List.of(inside, outside));
        assertThat(keys(new LakeWalk(known, LakeSelection.ANYWHERE))).containsExactly(inside.key(), outside.key());
        assertThat(keys(new LakeWalk(known, LakeSelection.ALL))).containsExactly(inside.key());
    }

    @Test
    void readsPartitionNamesWithoutRegardToCase() {
        lake.put(CUSTOM + "2026060113/x.parquet");
        lake.put(CUSTOM + "2026060213/x.parquet");
        assertThat(keys(new LakeSelection(
                        null, "CROWD", "EU-WEST-1", "external-7", LocalDate.of(2026, 6, 2), LocalDate.of(2026, 6, 2))))
                .containsExactly(CUSTOM + "2026060213/x.parquet");
    }

    @Test
    void listsNoFolderThatCannotHoldWhatIsMeant() {
        lake.put(EU + "20260601/a.parquet");
        lake.put(EU + "20260602/a.parquet");
        lake.put("aws/ROUTE53/2.0/region=us-east-1/accountId=111122223333/eventDay=20260602/a.parquet");
        lake.put("aws/VPC_FLOW/2.0/region=eu-west-1/accountId=111122223333/eventDay=20260602/a.parquet");
        LakeSelection meant = new LakeSelection(null, "route53", "eu-west-1", null, LocalDate.of(2026, 6, 2), null);
        assertThat(keys(meant)).containsExactly(EU + "20260602/a.parquet");
        assertThat(lake.listed)
                .noneMatch(prefix ->
                        prefix.contains("us-east-1") || prefix.contains("VPC_FLOW") || prefix.contains("20260601"));
    }

    @Test
    void leavesOutAnObjectWithoutADayOnceDaysAreAskedFor() {
        lake.put("ext/plain/x.parquet");
        lake.put(EU + "notaday/x.parquet");
        assertThat(keys(LakeSelection.ALL)).hasSize(2);
        assertThat(keys(new LakeSelection(null, null, null, null, LocalDate.of(2020, 1, 1), null)))
                .isEmpty();
    }

    @Test
    void takesAPrefixAsItIs() {
        lake.put("own/2026/x.parquet");
        lake.put("own/2027/x.parquet");
        assertThat(keys(new LakeSelection("own/2026", null, null, null, null, null)))
                .containsExactly("own/2026/x.parquet");
    }

    @Test
    void refusesASelectionThatContradictsItself() {
        LocalDate day = LocalDate.of(2026, 6, 2);
        assertThatThrownBy(() -> new LakeSelection(null, null, null, null, day, day.minusDays(1)))
                .hasMessageContaining("2026-06-02 and 2026-06-01");
        assertThatThrownBy(() -> new LakeSelection(null, "a/b", null, null, null, null))
                .hasMessageContaining("a/b");
    }

    private List<String> keys(LakeSelection selection) {
        return keys(new LakeWalk(lake, selection));
    }

    private static List<String> keys(LakeWalk walk) {
        List<String> keys = new ArrayList<>();
        for (ListedObject object = walk.next(); object != null; object = walk.next()) {
            keys.add(object.key());
        }
        return keys;
    }
}
