/** Tests of the package. */
@NullMarked
package org.ocsf4j.parquet.internal.shape;

import org.jspecify.annotations.NullMarked;
