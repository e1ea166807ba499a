package org.ocsf4j.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are what the version of OCSF that they name says they may be. */
class OcsfValidityTest {

    private static final Set<String> OUTSIDE_OCSF = Set.of("accountid", "region", "asl_version");
    private static final String OTHER = "99";

    private final Set<String> faults = new TreeSet<>();

    @ParameterizedTest
    @EnumSource
    void usesAttributesAndEnumerationsOfItsVersion(LakeTable table, @TempDir Path directory) throws IOException {
        OcsfFacts facts = OcsfFacts.of(table.version());
        JsonNode eventClass = facts.eventClass(table.classUid());
        Path file = directory.resolve("object.parquet");
        SampleLake.writeObject(table, file, 1_500, ObjectOptions.defaults());

        for (Group row : ObjectReader.rows(file)) {
            classification(row, facts, eventClass);
            check(row, "", facts, eventClass);
        }

        assertThat(faults).isEmpty();
    }

    private static void classification(Group row, OcsfFacts facts, JsonNode eventClass) {
        long activity = row.getInteger("activity_id", 0);
        long type = Long.parseLong(ObjectReader.values(row, "type_uid").get(0));
        String caption = eventClass.get("caption").asText();

        assertThat(row.getString("class_name", 0)).isEqualTo(caption);
        assertThat(row.getString("category_name", 0)).isEqualTo(facts.categoryCaption(eventClass));
        assertThat(row.getInteger("category_uid", 0))
                .isEqualTo(eventClass.get("category_uid").asInt());
        assertThat(type).isEqualTo(row.getInteger("class_uid", 0) * 100L + activity);
        assertThat(row.getString("type_name", 0)).isEqualTo(caption + ": " + row.getString("activity_name", 0));
    }

    private void check(Group group, String prefix, OcsfFacts facts, JsonNode holder) {
        for (int field = 0; field < group.getType().getFieldCount(); field++) {
            String name = group.getType().getFieldName(field);
            String path = prefix + name;
            int count = group.getFieldRepetitionCount(field);
            if (count == 0 || OUTSIDE_OCSF.contains(path) || path.equals("unmapped")) {
                continue;
            }
            JsonNode attribute = facts.attribute(holder, name);
            if (attribute == null) {
                faults.add(path + " is no attribute");
            } else if (group.getType().getType(field).isPrimitive()) {
                enumeration(group, name, path, attribute);
            } else {
                object(group.getGroup(field, 0), path, facts, attribute);
            }
        }
    }

    private void object(Group value, String path, OcsfFacts facts, JsonNode attribute) {
        JsonNode object = facts.object(attribute);
        if (object == null) {
            return;
        }
        boolean list = value.getType().containsField("array");
        for (int i = 0; i < (list ? value.getFieldRepetitionCount(0) : 1); i++) {
            check(list ? value.getGroup(0, i) : value, path + ".", facts, object);
        }
    }

    private void enumeration(Group group, String name, String path, JsonNode attribute) {
        if (!attribute.has("e")) {
            return;
        }
        String id = group.getValueToString(group.getType().getFieldIndex(name), 0);
        String caption = OcsfFacts.caption(attribute, id);
        if (caption == null) {
            faults.add(path + " has no member " + id);
            return;
        }
        String sibling = attribute.path("s").asText();
        if (!id.equals(OTHER) && group.getType().containsField(sibling) && group.getFieldRepetitionCount(sibling) > 0) {
            String stated = group.getString(sibling, 0);
            if (!stated.equals(caption)) {
                faults.add(path + " " + id + " is " + caption + ", not " + stated);
            }
        }
    }
}
