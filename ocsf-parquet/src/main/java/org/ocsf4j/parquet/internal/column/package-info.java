/** The encodings of levels and values, read a run at a time and checked against their page. */
@NullMarked
package org.ocsf4j.parquet.internal.column;

import org.jspecify.annotations.NullMarked;
