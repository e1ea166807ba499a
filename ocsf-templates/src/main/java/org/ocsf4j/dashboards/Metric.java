package org.ocsf4j.dashboards;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a panel measures.
 *
 * @param function how
 * @param field of what; absent for {@link Function#COUNT} only
 */
public record Metric(Function function, @Nullable Field field) {

    /** How many documents. */
    public static final Metric COUNT = new Metric(Function.COUNT, null);

    /** How a field's values become a number. */
    public enum Function {
        COUNT("count"),
        SUM("sum"),
        AVERAGE("avg"),
        MAXIMUM("max"),
        DISTINCT("cardinality");

        private final String word;

        Function(String word) {
            this.word = word;
        }

        /** The aggregation's name in OpenSearch, in Dashboards and in the files of this package. */
        public String word() {
            return word;
        }
    }

    public Metric {
        Objects.requireNonNull(function, "function");
        if ((function == Function.COUNT) != (field == null)) {
            throw new IllegalArgumentException("[metric] count has no field and all others have one; " + function);
        }
    }

    /** The field of every function but {@link Function#COUNT}. */
    public Field measured() {
        return Objects.requireNonNull(field, "count measures no field");
    }

    /** What people call it, such as {@code Bytes} or {@code Distinct destination port}. */
    public String label() {
        return switch (function) {
            case COUNT -> "Events";
            case SUM -> measured().label();
            case AVERAGE -> "Average " + lower(measured().label());
            case MAXIMUM -> "Highest " + lower(measured().label());
            case DISTINCT -> "Distinct " + lower(measured().label()) + "s";
        };
    }

    private static String lower(String label) {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return acronym ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
