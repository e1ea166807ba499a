/** A file or bytes in memory as an object. */
@NullMarked
package org.ocsf4j.parquet.internal.file;

import org.jspecify.annotations.NullMarked;
