/** What {@code ocsf ingest} needs to run for months: its configuration, its health and its metrics. */
@NullMarked
package org.ocsf4j.cli.worker;

import org.jspecify.annotations.NullMarked;
