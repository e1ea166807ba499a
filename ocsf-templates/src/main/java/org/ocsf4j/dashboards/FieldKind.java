package org.ocsf4j.dashboards;

import java.util.Locale;
import java.util.Set;

/** What kind of value a field holds, and the mapping types that can be counted as such. */
public enum FieldKind {
    STRING,
    IP,
    NUMBER,
    DATE,
    BOOLEAN;

    /** The kind's name in OpenSearch Dashboards and in the files of this package. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** OpenSearch's types for such a field; any other does not carry the panels' aggregations. */
    public Set<String> mappingTypes() {
        return switch (this) {
            case STRING -> Set.of("keyword", "wildcard", "constant_keyword");
            case IP -> Set.of("ip");
            case NUMBER ->
                Set.of(
                        "byte",
                        "short",
                        "integer",
                        "long",
                        "unsigned_long",
                        "half_float",
                        "float",
                        "double",
                        "scaled_float");
            case DATE -> Set.of("date", "date_nanos");
            case BOOLEAN -> Set.of("boolean");
        };
    }
}
