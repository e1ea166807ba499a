/** Metrics in the formats of AWS. */
@NullMarked
package org.ocsf4j.aws.metrics;

import org.jspecify.annotations.NullMarked;
