package org.ocsf4j.schema;

import java.util.Objects;

/**
 * An extension that a schema was compiled with.
 *
 * @param name such as {@code win}
 * @param uid its number; class uids of the extension begin with it
 * @param caption such as {@code Windows}
 */
public record SchemaExtension(String name, int uid, String caption) {

    public SchemaExtension {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(caption, "caption");
    }
}
