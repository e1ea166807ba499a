package org.ocsf4j.schema;

import java.util.Objects;

/**
 * A kind of observable.
 *
 * @param typeId {@code type_id} of an observable
 * @param caption {@code type} of an observable
 * @param source what the schema attaches it to: {@code type}, {@code dict_attr}, {@code object}, {@code object_attr},
 *     {@code class_attr} or {@code class_path}
 */
public record ObservableType(int typeId, String caption, String source) {

    public ObservableType {
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(source, "source");
    }
}
