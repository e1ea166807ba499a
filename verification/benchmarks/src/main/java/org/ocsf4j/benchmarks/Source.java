package org.ocsf4j.benchmarks;

import java.nio.file.Path;

/**
 * A Parquet file to convert.
 *
 * @param file one row group, zstd
 * @param jsonBytes how many bytes of JSON our decoder makes of it; 0 where that is not known yet
 */
record Source(Path file, long jsonBytes) {}
