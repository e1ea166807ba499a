/** Tests of the package. */
@NullMarked
package org.ocsf4j.parquet.internal.page;

import org.jspecify.annotations.NullMarked;
