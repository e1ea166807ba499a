package org.ocsf4j.schema;

import java.util.Objects;

/**
 * An event class of one OCSF version.
 *
 * @param version the OCSF version, such as {@code 1.1.0}
 * @param uid {@code class_uid}
 * @param name the class's name, such as {@code api_activity}: lower-case letters, digits and {@code _}
 * @param caption the class's caption, {@code class_name} in events
 * @param categoryUid {@code category_uid}
 * @param categoryName the category's name, such as {@code application}
 */
public record OcsfClass(String version, int uid, String name, String caption, int categoryUid, String categoryName) {

    public OcsfClass {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(categoryName, "categoryName");
    }
}
