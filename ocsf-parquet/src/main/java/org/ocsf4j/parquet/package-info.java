/** Parquet objects as JSON documents: the decoder of the pipeline, a one-line converter, and a look inside a file. */
@NullMarked
package org.ocsf4j.parquet;

import org.jspecify.annotations.NullMarked;
