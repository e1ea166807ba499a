/** Tests of the package. */
@NullMarked
package org.ocsf4j.parquet.internal.json;

import org.jspecify.annotations.NullMarked;
