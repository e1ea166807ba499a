/** A backfill on Apache Spark: the driver lists and plans, executors read objects and deliver them as the pipeline does. */
@NullMarked
package org.ocsf4j.examples.spark;

import org.jspecify.annotations.NullMarked;
