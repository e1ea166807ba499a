/** Tests of the package. */
@NullMarked
package org.ocsf4j.parquet.internal.codec;

import org.jspecify.annotations.NullMarked;
