package org.ocsf4j.benchmarks;

/**
 * What a conversion did, so that wrong work is seen.
 *
 * @param rows how many rows were converted
 * @param jsonBytes how many bytes of JSON that gave; 0 where the way does not tell
 */
record Converted(long rows, long jsonBytes) {}
