/** Backoff and deadlines as pure values; the caller passes in clock and randomness. */
@NullMarked
package org.ocsf4j.retry;

import org.jspecify.annotations.NullMarked;
