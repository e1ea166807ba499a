/** The pipeline's meters, for applications that have Micrometer on their class path. */
@NullMarked
package org.ocsf4j.pipeline.metrics;

import org.jspecify.annotations.NullMarked;
