/** Page decompression for the plain decoder, by libraries called directly. */
@NullMarked
package org.ocsf4j.parquet.internal.codec;

import org.jspecify.annotations.NullMarked;
