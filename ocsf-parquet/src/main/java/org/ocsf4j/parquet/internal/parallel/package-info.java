/** Row groups of one file on several threads, all of them the caller's. */
@NullMarked
package org.ocsf4j.parquet.internal.parallel;

import org.jspecify.annotations.NullMarked;
