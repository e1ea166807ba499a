package org.ocsf4j.parquet.internal.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.page.FooterReader;
import org.ocsf4j.parquet.internal.page.PageLimits;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.LeafKind;
import org.ocsf4j.parquet.internal.shape.ListShape;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.Shape;
import org.ocsf4j.parquet.internal.shape.ShapeRules;
import org.ocsf4j.parquet.internal.shape.StructShape;
import org.ocsf4j.parquet.internal.shape.TransformCheck;
import org.ocsf4j.transform.FieldPath;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/** A transform of columns gives what the same transform of the documents gives. */
final class TransformTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final byte[] KEY = "sixteen bytes or more".getBytes(StandardCharsets.UTF_8);

    private record Row(long ordinal, JsonNode document) {}

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void filtersRowsAsTheirDocumentsWouldBe(@ForAll long seed) throws IOException {
        LocalContent file = LocalContent.of("seed " + seed, RandomParquet.of(seed));
        Random random = new Random(seed);
        List<Row> rows = read(file, Transform.NONE, 0, 0);
        StructShape root = shape(file);
        RowFilter filter = filter(random, paths(root, ""), rows, 2);
        if (isRefused(Transform.NONE.where(filter), root)) {
            return;
        }
        List<Row> expected = new ArrayList<>();
        for (Row row : rows) {
            if (TransformedTree.matches(filter, root, row.document)) {
                expected.add(row);
            }
        }
        assertSame(filter.toString(), read(file, Transform.NONE.where(filter), 0, rows.size()), expected);
        long from = random.nextInt(rows.size() + 1);
        assertSame(
                filter + " from row " + from,
                read(file, Transform.NONE.where(filter), from, rows.size() - from),
                expected.stream().filter(row -> row.ordinal >= from).toList());
    }

    /** Row by row, so that a failure shows one. */
    private static void assertSame(String what, List<Row> rows, List<Row> expected) {
        for (int i = 0; i < Math.min(rows.size(), expected.size()); i++) {
            assertThat(rows.get(i)).as(what).isEqualTo(expected.get(i));
        }
        assertThat(rows).as(what).hasSameSizeAs(expected);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void changesFieldsAsInTheirDocuments(@ForAll long seed) throws IOException {
        LocalContent file = LocalContent.of("seed " + seed, RandomParquet.of(seed));
        Random random = new Random(seed);
        List<Row> rows = read(file, Transform.NONE, 0, 0);
        StructShape root = shape(file);
        FieldRule rule = rule(random, paths(root, ""), root);
        RowFilter filter = random.nextBoolean() ? RowFilter.EVERY_ROW : filter(random, paths(root, ""), rows, 1);
        if (isRefused(Transform.NONE.where(filter).with(rule), root)) {
            assertThatThrownBy(() -> read(file, Transform.NONE.where(filter).with(rule), 0, rows.size()))
                    .isInstanceOf(ParquetUnsupportedException.class)
                    .hasMessageContaining("the transform cannot be applied");
            return;
        }
        List<Row> expected = new ArrayList<>();
        for (Row row : rows) {
            if (TransformedTree.matches(filter, root, row.document)) {
                JsonNode document = row.document.deepCopy();
                TransformedTree.apply(rule, root, document);
                expected.add(new Row(row.ordinal, document));
            }
        }
        assertSame(
                rule + " where " + filter,
                read(file, Transform.NONE.where(filter).with(rule), 0, rows.size()),
                expected);
    }

    private static boolean isRefused(Transform transform, StructShape root) {
        try {
            TransformCheck.require(transform, root, ParquetPlace.of("file"));
            return false;
        } catch (ParquetUnsupportedException refused) {
            return true;
        }
    }

    private static StructShape shape(LocalContent file) {
        ParquetPlace place = LocalContent.placeOf(file);
        return RowShape.of(
                        FooterReader.read(file, place, PageLimits.DEFAULT, false)
                                .schema(),
                        ShapeRules.DEFAULT,
                        place)
                .root();
    }

    /** Reads a file's rows; {@code total} is what read and filtered ones come to. */
    private static List<Row> read(LocalContent file, Transform transform, long from, long total) throws IOException {
        List<Row> rows = new ArrayList<>();
        EventBatch batch = new EventBatch(1 << 14, Integer.MAX_VALUE);
        ParquetOptions options = ParquetOptions.builder().transform(transform).build();
        try (EventCursor cursor = BlockDecoder.open(file, from, options)) {
            batch.clear(file.identity());
            while (cursor.fill(batch)) {
                for (int i = 0; i < batch.count(); i++) {
                    rows.add(new Row(batch.row(i), JSON.readTree(batch.event(i).toBytes())));
                }
                batch.clear(file.identity());
            }
            if (!transform.isNone()) {
                assertThat(rows.size() + cursor.filteredRows()).isEqualTo(total);
            }
        }
        return rows;
    }

    /** Every path of the shape that a filter or rule may name. */
    private static List<String> paths(Shape shape, String prefix) {
        List<String> paths = new ArrayList<>();
        if (shape instanceof ListShape list) {
            paths.addAll(paths(list.element(), prefix));
        } else if (shape instanceof StructShape struct) {
            for (StructShape.Member member : struct.members()) {
                paths.add(prefix + member.name());
                paths.addAll(paths(member.shape(), prefix + member.name() + "."));
            }
        }
        return paths;
    }

    private static RowFilter filter(Random random, List<String> paths, List<Row> rows, int depth) {
        int kind = random.nextInt(depth > 0 ? 7 : 4);
        String path = random.nextInt(20) == 0 ? "no.such.field" : paths.get(random.nextInt(paths.size()));
        Object value = valueAt(random, path, rows);
        return switch (kind) {
            case 0 -> RowFilter.present(path);
            case 1, 2 ->
                value instanceof String text && random.nextBoolean()
                        ? RowFilter.prefix(
                                path,
                                text.substring(
                                        0,
                                        text.offsetByCodePoints(0, Math.min(1, text.codePointCount(0, text.length())))))
                        : RowFilter.in(path, List.of(value, "no such value", 17));
            case 3 ->
                value instanceof Number number && Math.abs(number.doubleValue()) < 1e18
                        ? RowFilter.range(path, number.longValue() - 3, number.longValue() + 1_000)
                        : RowFilter.equal(path, value);
            case 4 -> RowFilter.not(filter(random, paths, rows, depth - 1));
            case 5 -> RowFilter.all(filter(random, paths, rows, depth - 1), filter(random, paths, rows, depth - 1));
            default -> RowFilter.any(filter(random, paths, rows, depth - 1), filter(random, paths, rows, depth - 1));
        };
    }

    /** Some value that a row has at the path. */
    private static Object valueAt(Random random, String path, List<Row> rows) {
        if (rows.isEmpty()) {
            return "nothing";
        }
        JsonNode node = rows.get(random.nextInt(rows.size())).document;
        for (String name : FieldPath.of(path).names()) {
            while (node.isArray() && !node.isEmpty()) {
                node = node.get(random.nextInt(node.size()));
            }
            node = node.path(name);
        }
        while (node.isArray() && !node.isEmpty()) {
            node = node.get(random.nextInt(node.size()));
        }
        return node.isTextual()
                ? node.textValue()
                : node.isNumber() ? node.decimalValue() : node.isBoolean() ? node.booleanValue() : "nothing";
    }

    private static FieldRule rule(Random random, List<String> paths, StructShape root) {
        String path = paths.get(random.nextInt(paths.size()));
        boolean droppable = path.indexOf('.') < 0;
        return switch (random.nextInt(5)) {
            case 0 -> FieldRule.mask(path);
            case 1 -> hasFloats(root) ? FieldRule.mask(path) : FieldRule.hash(path, KEY);
            case 2 -> FieldRule.rename(path, "renamed");
            case 3 -> droppable ? FieldRule.drop(path) : FieldRule.mask(path);
            default -> FieldRule.constant(droppable ? path : "constant", "\"set\"");
        };
    }

    /** A tree does not keep how a floating-point number was spelt. */
    private static boolean hasFloats(Shape shape) {
        return switch (shape.getClass().getSimpleName()) {
            case "Leaf" -> isFloat(((Leaf) shape).kind());
            case "StructShape" ->
                ((StructShape) shape).members().stream().anyMatch(member -> hasFloats(member.shape()));
            case "ListShape" -> hasFloats(((ListShape) shape).element());
            default -> true;
        };
    }

    private static boolean isFloat(LeafKind kind) {
        return switch (kind) {
            case FLOAT, DOUBLE, FLOAT16, DECIMAL_INT32, DECIMAL_INT64, DECIMAL_BYTES -> true;
            default -> false;
        };
    }
}
