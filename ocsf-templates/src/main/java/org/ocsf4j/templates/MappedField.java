package org.ocsf4j.templates;

import java.util.Objects;

/**
 * A field that is indexed.
 *
 * @param path its attribute path, such as {@code metadata.product.name}
 * @param type how
 */
record MappedField(String path, FieldType type) {

    MappedField {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
    }
}
