/** Generates the records of typed events from the schema; runs in the build of {@code ocsf-events}. */
@NullMarked
package org.ocsf4j.events.generator;

import org.jspecify.annotations.NullMarked;
