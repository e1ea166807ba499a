package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.junit.jupiter.api.Test;

/** Rows of random schemas come back as they were written: the writer's levels, assembled here, give the same records. */
final class RecordAssemblyTest {

    private static final int SCHEMAS = 150;
    private static final List<String> REPETITIONS = List.of("required", "optional", "repeated");

    private static String fields(Random random, int depth) {
        StringBuilder fields = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            fields.append(REPETITIONS.get(random.nextInt(3)));
            if (depth < 4 && random.nextInt(2) == 0) {
                fields.append(" group f")
                        .append(i)
                        .append(" { ")
                        .append(fields(random, depth + 1))
                        .append("} ");
            } else {
                fields.append(" int32 f").append(i).append("; ");
            }
        }
        return fields.toString();
    }

    private static void fill(Random random, Group group) {
        GroupType type = group.getType();
        for (int i = 0; i < type.getFieldCount(); i++) {
            int values =
                    switch (type.getType(i).getRepetition()) {
                        case REQUIRED -> 1;
                        case OPTIONAL -> random.nextInt(2);
                        case REPEATED -> random.nextInt(4);
                    };
            for (int n = 0; n < values; n++) {
                if (type.getType(i).isPrimitive()) {
                    group.add(i, random.nextInt(100));
                } else {
                    fill(random, group.addGroup(i));
                }
            }
        }
    }

    /** The record in JSON, straight from what was written. */
    private static void json(Group group, StringBuilder json) {
        String separator = "{";
        for (int i = 0; i < group.getType().getFieldCount(); i++) {
            Type field = group.getType().getType(i);
            int values = group.getFieldRepetitionCount(i);
            boolean repeated = field.isRepetition(Repetition.REPEATED);
            if (values > 0 || repeated) {
                json.append(separator)
                        .append('"')
                        .append(field.getName())
                        .append("\":")
                        .append(repeated ? "[" : "");
                for (int n = 0; n < values; n++) {
                    json.append(n > 0 ? "," : "");
                    if (field.isPrimitive()) {
                        json.append(group.getInteger(i, n));
                    } else {
                        json(group.getGroup(i, n), json);
                    }
                }
                json.append(repeated ? "]" : "");
                separator = ",";
            }
        }
        json.append(separator.equals("{") ? "{}" : "}");
    }

    @Test
    void givesBackEveryRecord() {
        for (int seed = 0; seed < SCHEMAS; seed++) {
            Random random = new Random(seed);
            String fields = fields(random, 0);
            TestFile file =
                    TestFile.of(fields, 13, 5, seed % 2 == 0 ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0);
            StringBuilder expected = new StringBuilder();
            for (int row = 0; row < 40; row++) {
                file.row(group -> {
                    fill(random, group);
                    json(group, expected);
                    expected.append('\n');
                });
            }
            assertThat(file.json()).as(fields).isEqualTo(expected.toString().stripTrailing());
        }
    }
}
