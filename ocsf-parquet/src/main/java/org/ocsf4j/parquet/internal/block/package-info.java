/** Blocks of rows as JSON: columns measured, then written one behind the other into the documents' places. */
@NullMarked
package org.ocsf4j.parquet.internal.block;

import org.jspecify.annotations.NullMarked;
