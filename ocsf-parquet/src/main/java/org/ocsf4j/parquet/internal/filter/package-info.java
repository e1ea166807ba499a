/** Filters over columns: which rows of a block are kept, and which row groups need not be read. */
@NullMarked
package org.ocsf4j.parquet.internal.filter;

import org.jspecify.annotations.NullMarked;
