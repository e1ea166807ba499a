package org.ocsf4j.parquet.internal.parallel;

import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;

/**
 * Some rows of one row group, converted.
 *
 * @param batch the rows; none where only the counts say something
 * @param counts what had to be altered in them
 * @param filtered how many rows were dropped between them
 */
public record Rows(EventBatch batch, ConversionCounts counts, long filtered) {}
