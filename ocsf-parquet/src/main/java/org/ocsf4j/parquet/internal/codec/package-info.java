/** Page decompression by libraries called directly, without Hadoop's codecs. */
@NullMarked
package org.ocsf4j.parquet.internal.codec;

import org.jspecify.annotations.NullMarked;
