package org.ocsf4j.parquet.internal.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/** Each rule on a document that fits a line. */
final class FieldRulesTest {

    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FILE = SmallFile.of(
            "message event { required int32 class_uid; required group user { required binary name (STRING);"
                    + " required binary uid (STRING); } repeated group resources { required binary uid (STRING);"
                    + " optional int32 size; } required group unmapped (MAP) { repeated group key_value {"
                    + " required binary key (STRING); required binary value (STRING); } }"
                    + " optional binary raw (JSON); optional group any (VARIANT(1)) { required binary metadata;"
                    + " required binary value; } }",
            1,
            (row, group) -> {
                group.append("class_uid", 4001);
                group.addGroup("user").append("name", "Ann \"A\"").append("uid", "u-1");
                group.addGroup("resources").append("uid", "r-1").append("size", 7);
                group.addGroup("resources").append("uid", "r-2");
                group.addGroup("unmapped")
                        .addGroup("key_value")
                        .append("key", "k")
                        .append("value", "v");
                group.append("raw", "{\"a\":[1]}");
                variant(group.addGroup("any"));
            });
    private static final String USER = "\"user\":{\"name\":\"Ann \\\"A\\\"\",\"uid\":\"u-1\"}";
    private static final String RESOURCES = "\"resources\":[{\"uid\":\"r-1\",\"size\":7},{\"uid\":\"r-2\"}]";
    private static final String REST = "\"unmapped\":{\"k\":\"v\"},\"raw\":{\"a\":[1]},\"any\":true";
    private static final FieldRule DROP_ANY = FieldRule.drop("any");

    private static void variant(Group variant) {
        variant.append("metadata", Binary.fromConstantByteArray(RandomVariant.METADATA))
                .append("value", Binary.fromConstantByteArray(new byte[] {1 << 2}));
    }

    @Test
    void nothingChangesWithoutRules() {
        assertThat(written()).isEqualTo("{\"class_uid\":4001," + USER + "," + RESOURCES + "," + REST + "}");
    }

    @Test
    void aFieldIsDroppedWhereverItsObjectIs() {
        assertThat(written(FieldRule.drop("resources.uid"), FieldRule.drop("user.name")))
                .isEqualTo(
                        "{\"class_uid\":4001,\"user\":{\"uid\":\"u-1\"},\"resources\":[{\"size\":7},{}]," + REST + "}");
    }

    @Test
    void anObjectThatLosesAllItsFieldsIsGone() {
        assertThat(written(FieldRule.drop("user.name"), FieldRule.drop("user.uid")))
                .isEqualTo("{\"class_uid\":4001," + RESOURCES + "," + REST + "}");
    }

    @Test
    void aDocumentThatLosesAllItsFieldsIsEmpty() {
        assertThat(written(
                        FieldRule.drop("class_uid"),
                        FieldRule.drop("user"),
                        FieldRule.drop("resources"),
                        FieldRule.drop("unmapped"),
                        FieldRule.drop("raw"),
                        DROP_ANY))
                .isEqualTo("{}");
    }

    @Test
    void aFieldIsRenamedAndGivesWayToOneOfThatName() {
        assertThat(written(FieldRule.rename("user.uid", "name"), FieldRule.rename("class_uid", "class")))
                .isEqualTo("{\"class\":4001,\"user\":{\"name\":\"Ann \\\"A\\\"\",\"name_2\":\"u-1\"}," + RESOURCES + ","
                        + REST + "}");
    }

    @Test
    void aVariantIsRenamedAndDropped() {
        assertThat(written(FieldRule.rename("any", "some"))).endsWith(",\"some\":true}");
        assertThat(written(DROP_ANY)).endsWith(",\"raw\":{\"a\":[1]}}");
    }

    @Test
    void aMaskCoversEveryValueBelowAndKeepsTheNamesOfAMap() {
        assertThat(written(FieldRule.mask("user"), FieldRule.mask("resources"), FieldRule.mask("unmapped")))
                .isEqualTo("{\"class_uid\":4001,\"user\":{\"name\":\"***\",\"uid\":\"***\"},"
                        + "\"resources\":[{\"uid\":\"***\",\"size\":\"***\"},{\"uid\":\"***\"}],"
                        + "\"unmapped\":{\"k\":\"***\"},\"raw\":{\"a\":[1]},\"any\":true}");
    }

    @Test
    void embeddedJsonIsOneValue() {
        assertThat(written(FieldRule.mask("raw"))).contains("\"raw\":\"***\"");
        assertThat(written(FieldRule.hash("raw", KEY)))
                .contains("\"raw\":\"b2a4a2646249095933b3411505bb3201aef1ece11ea0ecc7339803e5c393aa63\"");
    }

    @Test
    void aHashIsTheHmacOfTheTextAndNotOfItsEscapes() {
        assertThat(written(FieldRule.hash("user.name", KEY), FieldRule.hash("class_uid", KEY)))
                .isEqualTo(
                        "{\"class_uid\":\"c6809dedd43189e3c5a9f70d56c4bbd8286f73a300ccde94ff55361b6249bc05\",\"user\":{\"name\":\"b866893763f24d37a44f29cc460743c3c70ce0dba1e0494323af9eb33abeaf1b\",\"uid\":\"u-1\"},"
                                + RESOURCES + "," + REST + "}");
    }

    @Test
    void aConstantReplacesAFieldAndMakesObjects() {
        assertThat(written(
                        FieldRule.constant("class_uid", 1),
                        FieldRule.constant("user.type", "a \"b\""),
                        FieldRule.constant("metadata.tenant.id", true)))
                .isEqualTo("{\"class_uid\":1,\"metadata\":{\"tenant\":{\"id\":true}},"
                        + "\"user\":{\"type\":\"a \\\"b\\\"\",\"name\":\"Ann \\\"A\\\"\",\"uid\":\"u-1\"}," + RESOURCES
                        + "," + REST + "}");
    }

    @Test
    void whatWasAlteredIsCountedOnceAndOnlyWhereItIsWritten() {
        RowFilter there = RowFilter.present("metadata.version");

        assertThat(invalidUtf8(Transform.NONE)).isEqualTo(1);
        assertThat(invalidUtf8(Transform.NONE.where(there))).isEqualTo(1);
        assertThat(invalidUtf8(Transform.NONE.where(there).with(FieldRule.mask("metadata"))))
                .isEqualTo(1);
        assertThat(invalidUtf8(Transform.NONE.where(there).with(FieldRule.drop("metadata"))))
                .isZero();
    }

    private static long invalidUtf8(Transform transform) {
        byte[] damaged = SmallFile.of(
                "message event { required int32 class_uid; required group metadata { required binary version (STRING); } }",
                1,
                (row, group) -> group.append("class_uid", 4001)
                        .addGroup("metadata")
                        .append("version", Binary.fromConstantByteArray(new byte[] {(byte) 0xFF})));
        LocalContent file = LocalContent.of("file", damaged);
        EventBatch batch = new EventBatch(1 << 12, Integer.MAX_VALUE);
        batch.clear(file.identity());
        try (EventCursor cursor = BlockDecoder.open(
                file, 0, ParquetOptions.builder().transform(transform).build())) {
            assertThat(cursor.fill(batch)).isTrue();
            return cursor.counts().invalidUtf8();
        }
    }

    @Test
    void theClassOfAnEventIsThatOfItsRow() {
        EventBatch batch = read(Transform.NONE.with(FieldRule.drop("class_uid")));

        assertThat(batch.eventClass(0).classUid()).isEqualTo(4001L);
    }

    @Test
    void aRuleOnAFieldThatIsNotThereDoesNothing() {
        assertThat(written(FieldRule.mask("user.email"), FieldRule.drop("class_uid.x")))
                .isEqualTo(written());
    }

    @Test
    void aVariantMatchesWhereItIsThere() {
        assertThat(read(Transform.NONE.where(RowFilter.present("any")).with(DROP_ANY))
                        .count())
                .isEqualTo(1);
        assertThat(read(Transform.NONE.where(RowFilter.not(RowFilter.present("any"))))
                        .count())
                .isZero();
    }

    @Test
    void aRuleThatWouldLeaveAValueInTheOpenIsRefused() {
        for (FieldRule rule : List.of(
                FieldRule.mask("any"),
                FieldRule.hash("any", KEY),
                FieldRule.drop("any.secret"),
                FieldRule.drop("unmapped.k"),
                FieldRule.mask("raw.a"))) {
            assertThatThrownBy(() -> written(rule))
                    .as(rule.toString())
                    .isInstanceOf(ParquetUnsupportedException.class)
                    .hasMessageContaining("column " + rule.path())
                    .hasMessageContaining("the transform cannot be applied");
        }
    }

    @Test
    void aFilterThatCannotBeAnsweredIsRefused() {
        for (RowFilter filter : List.of(
                RowFilter.equal("any", true),
                RowFilter.not(RowFilter.range("any", 0, 1)),
                RowFilter.any(RowFilter.prefix("unmapped.k", "v")),
                RowFilter.all(RowFilter.present("raw.a")))) {
            assertThatThrownBy(() -> read(Transform.NONE.where(filter)))
                    .as(filter.toString())
                    .isInstanceOf(ParquetUnsupportedException.class)
                    .hasMessageContaining("the transform cannot be applied");
        }
    }

    private static String written(FieldRule... rules) {
        return new String(read(Transform.NONE.with(rules)).event(0).toBytes(), StandardCharsets.UTF_8);
    }

    private static EventBatch read(Transform transform) {
        LocalContent file = LocalContent.of("file", FILE);
        ParquetOptions options =
                ParquetOptions.builder().embedJson(true).transform(transform).build();
        EventBatch batch = new EventBatch(1 << 12, Integer.MAX_VALUE);
        batch.clear(file.identity());
        try (EventCursor cursor = BlockDecoder.open(file, 0, options)) {
            cursor.fill(batch);
            assertThat(batch.count() + cursor.filteredRows()).isEqualTo(1);
        }
        return batch;
    }
}
