/** Tests of the package, and documents written value by value for the plain decoder. */
@NullMarked
package org.ocsf4j.parquet.internal.json;

import org.jspecify.annotations.NullMarked;
