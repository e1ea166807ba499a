package org.ocsf4j.schema;

import java.util.Objects;

/**
 * A category of event classes.
 *
 * @param name such as {@code iam}; an extension's category is {@code extension/name}
 * @param uid {@code category_uid}; of an extension's category, with the extension's uid times 100 added
 * @param caption {@code category_name} in events
 */
public record SchemaCategory(String name, int uid, String caption) {

    public SchemaCategory {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(caption, "caption");
    }
}
