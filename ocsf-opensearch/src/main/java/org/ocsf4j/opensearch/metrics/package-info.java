/** The sink's meters, for applications that have Micrometer on their class path. */
@NullMarked
package org.ocsf4j.opensearch.metrics;

import org.jspecify.annotations.NullMarked;
