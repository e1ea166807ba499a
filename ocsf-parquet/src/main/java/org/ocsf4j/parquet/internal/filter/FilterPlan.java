package org.ocsf4j.parquet.internal.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.shape.Leaf;
import org.ocsf4j.parquet.internal.shape.LeafKind;
import org.ocsf4j.parquet.internal.shape.ListShape;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.Shape;
import org.ocsf4j.parquet.internal.shape.StructShape;
import org.ocsf4j.parquet.internal.shape.VariantShape;
import org.ocsf4j.transform.FieldPath;
import org.ocsf4j.transform.RowFilter;

/** Compiles a filter for the columns of one file. */
public final class FilterPlan {

    private final RowShape row;
    private final Function<Leaf, ColumnReader> readers;

    private FilterPlan(RowShape row, Function<Leaf, ColumnReader> readers) {
        this.row = row;
        this.readers = readers;
    }

    /**
     * Compiles a filter.
     *
     * @param readers gives a column that is read as it is, whatever is written of it
     */
    public static RowTest compile(RowFilter filter, RowShape row, Function<Leaf, ColumnReader> readers) {
        return new FilterPlan(row, readers).test(filter);
    }

    private RowTest test(RowFilter filter) {
        if (filter instanceof RowFilter.All all) {
            return new CombinedTest(tests(all.filters()), true);
        }
        if (filter instanceof RowFilter.Any any) {
            return new CombinedTest(tests(any.filters()), false);
        }
        if (filter instanceof RowFilter.Not not) {
            return new NegatedTest(test(not.filter()));
        }
        if (filter instanceof RowFilter.Present present) {
            return present(present.path());
        }
        if (filter instanceof RowFilter.In in) {
            return values(in.path(), new InTest(in.values()));
        }
        if (filter instanceof RowFilter.Range range) {
            return values(range.path(), new RangeTest(range.least(), range.most()));
        }
        RowFilter.Prefix prefix = (RowFilter.Prefix) filter;
        return values(prefix.path(), new PrefixTest(prefix.prefix()));
    }

    private List<RowTest> tests(List<RowFilter> filters) {
        List<RowTest> tests = new ArrayList<>();
        for (RowFilter filter : filters) {
            tests.add(test(filter));
        }
        return tests;
    }

    private RowTest values(FieldPath path, ValueTest test) {
        Shape shape = ListShape.elementOf(find(path));
        return shape instanceof Leaf leaf
                ? new ColumnTest(readers.apply(leaf), test, leaf.definedAt())
                : new UnknownFieldTest();
    }

    private RowTest present(FieldPath path) {
        Shape shape = find(path);
        if (shape instanceof Leaf leaf && (leaf.kind().mayBeNonFinite() || leaf.kind() == LeafKind.EMBEDDED_JSON)) {
            return values(path, new NotNullTest());
        }
        if (shape instanceof VariantShape variant) {
            return new VariantTest(readers.apply(variant.metadata()), readers.apply(variant.value()));
        }
        return shape == null
                ? new UnknownFieldTest()
                : new ColumnTest(readers.apply(row.leaves().get(shape.firstColumn())), null, shape.definedAt());
    }

    private @Nullable Shape find(FieldPath path) {
        Shape shape = row.root();
        for (String name : path.names()) {
            if (!(ListShape.elementOf(shape) instanceof StructShape struct)) {
                return null;
            }
            shape = struct.member(name);
        }
        return shape;
    }
}
