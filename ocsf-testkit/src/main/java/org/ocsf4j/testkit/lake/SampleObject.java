package org.ocsf4j.testkit.lake;

import java.nio.file.Path;

/**
 * An object that was written.
 *
 * @param table the source, version and class of its rows
 * @param key its key in the lake's bucket
 * @param path where it is on disk
 * @param rows how many rows it has
 * @param sizeBytes the size of the file
 * @param options how it was written
 */
public record SampleObject(LakeTable table, String key, Path path, long rows, long sizeBytes, ObjectOptions options) {

    /** The source as it stands in the key, such as {@code VPC_FLOW}. */
    public String source() {
        return table.source();
    }

    /** The version of the source. */
    public SourceVersion sourceVersion() {
        return table.version();
    }

    /** The value of {@code metadata.version} in every row. */
    public String ocsfVersion() {
        return table.version().ocsfVersion();
    }

    /** The value of {@code class_uid} in every row. */
    public int classUid() {
        return table.classUid();
    }
}
