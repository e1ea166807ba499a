/** Damages Parquet files by the thousand and holds the decoder to what it promises. */
@NullMarked
package org.ocsf4j.fuzz;

import org.jspecify.annotations.NullMarked;
