package org.ocsf4j.parquet.internal.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.transform.FieldPath;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/**
 * Refuses a transform that would not do for a file what it says: a rule that silently leaves a secret where it is does harm.
 * A field that the file does not have is no reason.
 */
public final class TransformCheck {

    private final StructShape root;
    private final ParquetPlace file;

    private TransformCheck(StructShape root, ParquetPlace file) {
        this.root = root;
        this.file = file;
    }

    /**
     * Checks a transform against a file's shape.
     *
     * @throws ParquetUnsupportedException where a path leads into a map, a variant or embedded JSON, whose members are data;
     *     where a mask or hash covers a variant; where values of a variant are compared
     */
    public static void require(Transform transform, StructShape root, ParquetPlace file) {
        TransformCheck check = new TransformCheck(root, file);
        check.filter(transform.filter());
        for (FieldRule rule : transform.rules()) {
            Shape shape = check.find(rule.path());
            boolean replaces = rule instanceof FieldRule.Mask || rule instanceof FieldRule.Hash;
            if (replaces && hasVariant(shape)) {
                throw check.refusal(
                        rule.path(), "a mask or hash covers a VARIANT; drop the variant, or the field around it");
            }
        }
    }

    private void filter(RowFilter filter) {
        if (filter instanceof RowFilter.All all) {
            all.filters().forEach(this::filter);
        } else if (filter instanceof RowFilter.Any any) {
            any.filters().forEach(this::filter);
        } else if (filter instanceof RowFilter.Not not) {
            filter(not.filter());
        } else if (filter instanceof RowFilter.Present present) {
            find(present.path());
        } else if (filter instanceof RowFilter.In in) {
            values(in.path());
        } else if (filter instanceof RowFilter.Range range) {
            values(range.path());
        } else if (filter instanceof RowFilter.Prefix prefix) {
            values(prefix.path());
        }
    }

    private void values(FieldPath path) {
        if (ListShape.elementOf(find(path)) instanceof VariantShape) {
            throw refusal(path, "values of a VARIANT are not compared; filter by another field, or by presence");
        }
    }

    private @Nullable Shape find(FieldPath path) {
        Shape shape = root;
        List<String> names = path.names();
        for (String name : names) {
            Shape holder = ListShape.elementOf(shape);
            boolean holdsData = holder instanceof MapShape
                    || holder instanceof VariantShape
                    || (holder instanceof Leaf leaf && leaf.kind() == LeafKind.EMBEDDED_JSON);
            if (holdsData) {
                throw refusal(
                        path,
                        "the path leads into a map, a VARIANT or embedded JSON, whose members are data; name the field that"
                                + " holds it");
            }
            shape = holder instanceof StructShape struct ? struct.member(name) : null;
        }
        return shape;
    }

    private static boolean hasVariant(@Nullable Shape shape) {
        Shape element = ListShape.elementOf(shape);
        if (element instanceof MapShape map) {
            return hasVariant(map.value());
        }
        if (element instanceof StructShape struct) {
            for (StructShape.Member member : struct.members()) {
                if (hasVariant(member.shape())) {
                    return true;
                }
            }
        }
        return element instanceof VariantShape;
    }

    private ParquetUnsupportedException refusal(FieldPath path, String problem) {
        return new ParquetUnsupportedException(
                file.withColumn(path.toString()), "the transform cannot be applied; " + problem);
    }
}
