package org.ocsf4j.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleLakeTest {

    private static final long ROWS = 12_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path directory;

    private static List<SampleObject> objects = List.of();

    @BeforeAll
    static void write() throws IOException {
        objects = SampleLake.builder()
                .rows(ROWS)
                .rowsPerObject(800)
                .rowGroupRows(300)
                .build()
                .writeTo(directory);
    }

    @Test
    void writesAsManyRowsAsWereAskedForAndFootersAgree() throws IOException {
        long rows = 0;
        for (SampleObject object : objects) {
            assertThat(ObjectReader.footer(object.path()).getNum_rows()).isEqualTo(object.rows());
            assertThat(Files.size(object.path())).isEqualTo(object.sizeBytes());
            rows += object.rows();
        }
        assertThat(rows).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(longs = {SampleLake.MINIMUM_ROWS, 501, 777, 1_234})
    void givesEveryTableRowsHoweverFewThereAre(long rows, @TempDir Path folder) throws IOException {
        List<SampleObject> few = SampleLake.builder().rows(rows).days(3).build().writeTo(folder);

        assertThat(few.stream().mapToLong(SampleObject::rows).sum()).isEqualTo(rows);
        assertThat(few).allMatch(object -> object.rows() > 0);
        assertThat(few).extracting(SampleObject::table).contains(LakeTable.values());
    }

    @Test
    void refusesFewerRowsThanTheStoriesNeed() {
        assertThatThrownBy(() -> SampleLake.builder().rows(499))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows is less than 500; 499");
    }

    @Test
    void laysKeysOutAsSecurityLakeDoes() {
        assertThat(objects).allSatisfy(object -> {
            assertThat(object.key())
                    .matches("aws/[A-Z0-9_]+/[12]\\.0/region=[a-z]+-[a-z]+-\\d/accountId=\\d{12}"
                            + "/eventDay=2026060[12]/[0-9a-f]{32}\\.gz\\.parquet")
                    .startsWith("aws/" + object.source() + "/"
                            + object.sourceVersion().path() + "/");
            assertThat(object.path()).isEqualTo(directory.resolve(object.key()));
        });
        assertThat(objects).extracting(SampleObject::key).doesNotHaveDuplicates();
    }

    @Test
    void agreesWithItsKeyOnAccountRegionDayVersionAndClass() throws IOException {
        for (SampleObject object : objects) {
            for (Group row : ObjectReader.rows(object.path())) {
                assertThat(ObjectReader.values(row, "metadata.version")).containsExactly(object.ocsfVersion());
                assertThat(ObjectReader.values(row, "class_uid")).containsExactly(Integer.toString(object.classUid()));
                String day =
                        Instant.ofEpochMilli(row.getLong("time", 0)).toString().substring(0, 10);
                assertThat(object.key()).contains("eventDay=" + day.replace("-", ""));
                for (String path : List.of("accountid", "cloud.account.uid", "cloud.account_uid")) {
                    assertThat(ObjectReader.values(row, path))
                            .allMatch(id -> object.key().contains("accountId=" + id));
                }
                assertThat(ObjectReader.values(row, "cloud.region"))
                        .allMatch(region -> object.key().contains("region=" + region + "/"));
                if (!ObjectReader.values(row, "time_dt").isEmpty()) {
                    assertThat(ObjectReader.values(row, "time_dt")).isEqualTo(ObjectReader.values(row, "time"));
                }
            }
        }
    }

    @Test
    void writesTheSameBytesForTheSameSeedAndOthersForAnother(@TempDir Path again, @TempDir Path other)
            throws IOException {
        SampleLake.Builder builder = SampleLake.builder().rows(2_000);

        List<SampleObject> first = builder.seed(7).build().writeTo(directory.resolve("seed7"));
        List<SampleObject> second = builder.seed(7).build().writeTo(again);
        List<SampleObject> third = builder.seed(8).build().writeTo(other);

        assertThat(second)
                .extracting(SampleObject::key)
                .isEqualTo(first.stream().map(SampleObject::key).toList());
        for (int i = 0; i < first.size(); i++) {
            assertThat(Files.mismatch(first.get(i).path(), second.get(i).path()))
                    .as(first.get(i).key())
                    .isEqualTo(-1);
            assertThat(Files.mismatch(first.get(i).path(), third.get(i).path())).isNotEqualTo(-1);
        }
    }

    @Test
    void variesCodecChecksumsColumnsAndDayWithinOneTable() {
        List<SampleObject> flows = objects.stream()
                .filter(object -> object.table() == LakeTable.VPC_FLOW_V2)
                .toList();

        assertThat(flows).extracting(object -> object.options().codec()).contains(Codec.GZIP, Codec.ZSTD);
        assertThat(flows).extracting(object -> object.options().pageChecksums()).contains(true, false);
        assertThat(flows).extracting(object -> object.options().columns()).contains(ColumnSet.values());
        assertThat(flows)
                .extracting(object -> object.options().day())
                .doesNotContainNull()
                .hasSizeGreaterThan(1);
        assertThat(new HashSet<>(flows.stream().map(o -> o.options().day()).toList()))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void writesOneObjectWithEveryCodec(Codec codec) throws IOException {
        Path file = directory.resolve(codec + ".parquet");
        ObjectOptions options = ObjectOptions.defaults().withCodec(codec).withPageChecksums(true);

        SampleObject object = SampleLake.writeObject(LakeTable.ROUTE53_V2, file, 400, options);

        assertThat(object.rows()).isEqualTo(400);
        assertThat(ObjectReader.rows(file)).hasSize(400);
    }

    @ParameterizedTest
    @EnumSource
    void writesOneObjectOfEveryTable(LakeTable table) throws IOException {
        Path file = directory.resolve(table + ".parquet");

        SampleLake.writeObject(table, file, 500, ObjectOptions.defaults());

        assertThat(ObjectReader.rows(file)).hasSize(500);
        assertThat(ObjectReader.footer(file).getRow_groups()).hasSize(1);
    }

    @Test
    void numbersCloudTrailEventsUniquely() throws IOException {
        List<String> ids = new ArrayList<>();
        for (SampleObject object : objects) {
            for (Group row : ObjectReader.rows(object.path())) {
                ids.addAll(ObjectReader.values(row, "metadata.uid"));
                ids.addAll(ObjectReader.values(row, "finding_info.uid"));
                ids.addAll(ObjectReader.values(row, "finding.uid"));
            }
        }
        assertThat(ids).hasSizeGreaterThan(2_000).doesNotHaveDuplicates();
    }

    @Test
    void seesManyAddressesSomeAccountsAndAbsentValues() throws IOException {
        Set<String> addresses = new TreeSet<>();
        Set<String> accounts = new TreeSet<>();
        Set<String> regions = new TreeSet<>();
        for (SampleObject object : objects) {
            accounts.add(object.key().replaceAll(".*accountId=(\\d+)/.*", "$1"));
            regions.add(object.key().replaceAll(".*region=([^/]+)/.*", "$1"));
            if (object.source().equals("VPC_FLOW")) {
                for (Group row : ObjectReader.rows(object.path())) {
                    addresses.addAll(ObjectReader.values(row, "src_endpoint.ip"));
                }
            }
        }
        assertThat(addresses).hasSizeGreaterThan(1_000).contains(Addresses.ABSENT);
        assertThat(accounts).hasSize(Accounts.IDS.size());
        assertThat(regions).hasSize(Accounts.REGIONS.size());
    }
}
