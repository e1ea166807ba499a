/** Writes Parquet objects as Security Lake does: its keys, its columns, its physical layout, and events worth finding. */
@NullMarked
package org.ocsf4j.testkit.lake;

import org.jspecify.annotations.NullMarked;
