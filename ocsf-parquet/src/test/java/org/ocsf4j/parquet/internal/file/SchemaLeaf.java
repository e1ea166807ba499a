package org.ocsf4j.parquet.internal.file;

import java.util.List;
import org.apache.parquet.format.Type;

/**
 * A column of the schema.
 *
 * @param path as column chunks name it
 * @param uniquePath that with the members of each group made unique
 * @param type its physical type
 * @param isRepeated whether a row may have more or fewer values of it than one
 */
record SchemaLeaf(List<String> path, List<String> uniquePath, Type type, boolean isRepeated) {

    SchemaLeaf {
        path = List.copyOf(path);
        uniquePath = List.copyOf(uniquePath);
    }

    boolean isUnique() {
        return path.equals(uniquePath);
    }
}
