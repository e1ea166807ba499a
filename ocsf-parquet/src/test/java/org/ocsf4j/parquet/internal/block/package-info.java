@NullMarked
package org.ocsf4j.parquet.internal.block;

import org.jspecify.annotations.NullMarked;
