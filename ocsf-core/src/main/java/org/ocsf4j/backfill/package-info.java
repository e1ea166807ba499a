/** Reads what a lake holds already: which objects, in what order and how fast, and which of them are settled. */
@NullMarked
package org.ocsf4j.backfill;

import org.jspecify.annotations.NullMarked;
