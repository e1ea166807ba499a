/** The decoder against other ways from Parquet to JSON: time, memory, cold start. */
@NullMarked
package org.ocsf4j.benchmarks;

import org.jspecify.annotations.NullMarked;
