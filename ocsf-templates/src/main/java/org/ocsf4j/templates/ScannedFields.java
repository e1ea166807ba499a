package org.ocsf4j.templates;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.SchemaAttribute;

/**
 * Which fields are found by scanning their values. An index pays for values that pick few events of many, such as an address, a user
 * or an operation. A caption, an enum, a count or a second time is asked for beside those or beside {@code time}, or counted: its
 * values are enough, and cost half. Words, enums and booleans that dashboards, monitors and rules filter by keep their index:
 * OpenSearch reports a field without one as not searchable, and Dashboards then offers no filter on it.
 */
final class ScannedFields {

    /** Few values, or one, whatever the source. */
    private static final Set<String> FEW_VALUES = Set.of(
            "accountid", "region", "asl_version", "version", "vendor_name", "provider", "zone", "lang", "profiles");

    /** Beside {@code observables.value}, which is what one searches for. */
    private static final Set<String> BESIDE_OBSERVABLE =
            Set.of("observables.name", "observables.type", "observables.type_id");

    private static final Set<String> FILTERED_BY = Set.of("keyword", "integer", "boolean");

    private static final String METADATA = "metadata.";
    private static final String PORT = "port";

    private ScannedFields() {}

    /** Whether the name alone says that values are few and short. */
    static boolean hasFewValues(String path) {
        return FEW_VALUES.contains(lastMember(path));
    }

    /**
     * @param attribute null where the schema has none
     * @param isCaption whether it is the caption of an enum
     * @param type the field's type
     */
    static boolean isScanned(String path, @Nullable SchemaAttribute attribute, boolean isCaption, String type) {
        if (BESIDE_OBSERVABLE.contains(path)) {
            return true;
        }
        if (FILTERED_BY.contains(type) && ListedFields.LOOKED_AT.contains(path)) {
            return false;
        }
        return switch (type) {
            case "keyword" ->
                isCaption
                        || (attribute != null && attribute.enumeration() != null)
                        || hasFewValues(path)
                        || path.startsWith(METADATA);
            case "integer", "long", "double" -> !lastMember(path).equals(PORT);
            case "date" -> !path.equals(ClassFields.TIME);
            case "boolean" -> true;
            default -> false;
        };
    }

    private static String lastMember(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
