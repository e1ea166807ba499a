package org.ocsf4j.transform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Which rows become events. A row that does not match is counted as filtered and is never written. Immutable.
 *
 * <p>Values are compared as the document would spell them before any {@link FieldRule}: a timestamp written as epoch
 * milliseconds is compared as that number. A field of a type that cannot equal the value, and one that the file does not have,
 * does not match; where a path passes through arrays, one matching element is enough. Of a VARIANT one can only ask whether it
 * is there; a decoder refuses a file where a filter asks more, or where a path leads into a map, a VARIANT or embedded JSON.
 */
public sealed interface RowFilter {

    /** Matches every row. */
    RowFilter EVERY_ROW = new All(List.of());

    /** The field is the string, number or boolean. */
    static RowFilter equal(String path, Object value) {
        return in(path, List.of(value));
    }

    /** The field is one of the strings, numbers or booleans. */
    static RowFilter in(String path, List<?> values) {
        return new In(FieldPath.of(path), values.stream().map(Scalar::of).toList());
    }

    /** The field is a number, at least {@code least} and at most {@code most}. */
    static RowFilter range(String path, long least, long most) {
        return new Range(FieldPath.of(path), BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** The field is a string that begins so. */
    static RowFilter prefix(String path, String prefix) {
        return new Prefix(FieldPath.of(path), prefix);
    }

    /** The field, of whatever type, is there and not null. */
    static RowFilter present(String path) {
        return new Present(FieldPath.of(path));
    }

    /** The filter does not match: the field may be another value, or not be there. */
    static RowFilter not(RowFilter filter) {
        return new Not(filter);
    }

    /** All of them match; none at all matches every row. */
    static RowFilter all(RowFilter... filters) {
        return new All(List.of(filters));
    }

    /** One of them matches. */
    static RowFilter any(RowFilter... filters) {
        return new Any(List.of(filters));
    }

    /** A string, number or boolean, as JSON has it. */
    sealed interface Scalar {

        /**
         * Takes a string, a boolean, an integer or a decimal number.
         *
         * @throws IllegalArgumentException for anything else
         */
        static Scalar of(Object value) {
            if (value instanceof Scalar scalar) {
                return scalar;
            }
            if (value instanceof String text) {
                return new Text(text);
            }
            if (value instanceof Boolean truth) {
                return new Truth(truth);
            }
            if (value instanceof Number number) {
                return new Numeric(new BigDecimal(number.toString()));
            }
            throw new IllegalArgumentException("not a string, a number or a boolean; " + value);
        }

        /** A string. */
        record Text(String value) implements Scalar {}

        /** A number. */
        record Numeric(BigDecimal value) implements Scalar {}

        /** A boolean. */
        record Truth(boolean value) implements Scalar {}
    }

    /** See {@link #in}. */
    record In(FieldPath path, List<Scalar> values) implements RowFilter {

        public In {
            Objects.requireNonNull(path, "path");
            values = List.copyOf(values);
        }
    }

    /** See {@link #range}; both ends are included. */
    record Range(FieldPath path, BigDecimal least, BigDecimal most) implements RowFilter {

        public Range {
            Objects.requireNonNull(path, "path");
            if (least.compareTo(most) > 0) {
                throw new IllegalArgumentException("an empty range; " + least + " to " + most);
            }
        }
    }

    /** See {@link #prefix}. */
    record Prefix(FieldPath path, String prefix) implements RowFilter {

        public Prefix {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(prefix, "prefix");
        }
    }

    /** See {@link #present}. */
    record Present(FieldPath path) implements RowFilter {

        public Present {
            Objects.requireNonNull(path, "path");
        }
    }

    /** See {@link #not}. */
    record Not(RowFilter filter) implements RowFilter {

        public Not {
            Objects.requireNonNull(filter, "filter");
        }
    }

    /** See {@link #all}. */
    record All(List<RowFilter> filters) implements RowFilter {

        public All {
            filters = List.copyOf(filters);
        }
    }

    /** See {@link #any}. */
    record Any(List<RowFilter> filters) implements RowFilter {

        public Any {
            filters = List.copyOf(filters);
        }
    }
}
