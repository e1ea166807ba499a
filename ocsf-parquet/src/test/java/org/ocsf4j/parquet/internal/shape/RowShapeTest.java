package org.ocsf4j.parquet.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.PrimitiveColumnIO;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.junit.jupiter.api.Test;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;

final class RowShapeTest {

    private static RowShape shape(MessageType schema) {
        return RowShape.of(schema, ShapeRules.DEFAULT, ParquetPlace.of("x"));
    }

    @Test
    void agreesWithParquetColumnOnColumnsAndLevels() {
        MessageType schema = MessageTypeParser.parseMessageType("message m { required int32 a; repeated group b {"
                + "optional group c (LIST) { repeated group list { optional group element (MAP) { repeated group kv {"
                + "required binary key (STRING); optional group value { repeated int64 d; required double e; } } } } }"
                + "optional group f (LIST) { repeated int32 array; } } optional group g (LIST) { repeated group g_tuple {"
                + "optional int32 h; } } }");
        MessageColumnIO io = new ColumnIOFactory().getColumnIO(schema);
        List<Leaf> leaves = shape(schema).leaves();
        assertThat(leaves).hasSameSizeAs(io.getLeaves());
        for (int i = 0; i < leaves.size(); i++) {
            PrimitiveColumnIO column = io.getLeaves().get(i);
            ColumnDescriptor mine = leaves.get(i).descriptor();
            assertThat(mine).isEqualTo(column.getColumnDescriptor());
            assertThat(mine.getMaxDefinitionLevel()).isEqualTo(column.getDefinitionLevel());
            assertThat(mine.getMaxRepetitionLevel()).isEqualTo(column.getRepetitionLevel());
            assertThat(leaves.get(i).column()).isEqualTo(i);
        }
    }

    @Test
    void givesEachListItsThresholds() {
        RowShape row = shape(
                MessageTypeParser.parseMessageType(
                        "message m { optional group a (LIST) { repeated group list { optional int32 element; } } repeated int32 b; }"));
        ListShape annotated = (ListShape) row.root().members().get(0).shape();
        assertThat(List.of(
                        annotated.definedAt(),
                        annotated.elementAt(),
                        annotated.element().definedAt(),
                        annotated.repetitionLevel()))
                .containsExactly(1, 2, 3, 1);
        ListShape bare = (ListShape) row.root().members().get(1).shape();
        assertThat(List.of(bare.definedAt(), bare.elementAt(), bare.element().definedAt(), bare.repetitionLevel()))
                .containsExactly(0, 1, 1, 1);
    }

    @Test
    void takesListsAndMapsOfAnotherLayoutForObjects() {
        RowShape row = shape(
                MessageTypeParser.parseMessageType(
                        "message m { optional group a (LIST) { optional int32 x; } optional group b (MAP) { repeated group kv {"
                                + "required int32 x; optional int32 y; optional int32 z; } } optional group c (MAP) { optional int32 x; } }"));
        assertThat(row.root().members().get(0).shape()).isInstanceOf(StructShape.class);
        assertThat(row.root().members().get(1).shape()).isInstanceOf(ListShape.class);
        assertThat(row.root().members().get(2).shape()).isInstanceOf(StructShape.class);
    }

    @Test
    void givesMembersOfOneNameDifferentNames() {
        PrimitiveType a = new PrimitiveType(Repetition.OPTIONAL, PrimitiveTypeName.INT32, "a");
        PrimitiveType a2 = new PrimitiveType(Repetition.OPTIONAL, PrimitiveTypeName.INT32, "a_2");
        RowShape row = shape(new MessageType("m", a, a2, a, a));
        assertThat(row.root().members()).extracting(StructShape.Member::name).containsExactly("a", "a_2", "a_3", "a_4");
    }

    @Test
    void refusesDecimalsOfAbsurdPrecision() {
        MessageType schema =
                MessageTypeParser.parseMessageType("message m { required binary a (DECIMAL(2000000000,1999999999)); }");
        assertThatThrownBy(() -> shape(schema))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("column a");
    }

    @Test
    void findsTheColumnsThatTellWhatAnEventIs() {
        EventColumns columns = EventColumns.of(
                shape(
                        MessageTypeParser.parseMessageType(
                                "message m { optional int64 time; optional group metadata { optional binary version (STRING); } optional int32 class_uid; }")));
        assertThat(columns.time()).extracting(Leaf::column).isEqualTo(0);
        assertThat(columns.version()).extracting(Leaf::column).isEqualTo(1);
        assertThat(columns.classUid()).extracting(Leaf::column).isEqualTo(2);
    }
}
