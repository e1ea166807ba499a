package org.ocsf4j.parquet.internal.shape;

import org.ocsf4j.parquet.TimestampFormat;

/**
 * The options that decide shapes.
 *
 * @param timestamps how timestamps are spelt
 * @param embedJson whether columns annotated JSON are embedded
 * @param maxNesting how deep objects and arrays may nest, the document itself counted
 */
public record ShapeRules(TimestampFormat timestamps, boolean embedJson, int maxNesting) {

    /** By name, not embedded, 64 deep. */
    public static final ShapeRules DEFAULT = new ShapeRules(TimestampFormat.BY_NAME, false, 64);
}
