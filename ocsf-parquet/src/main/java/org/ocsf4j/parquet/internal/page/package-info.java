/** Pages of a Parquet file: footer, column chunks, page headers, checksums and decompression, with limits before allocation. */
@NullMarked
package org.ocsf4j.parquet.internal.page;

import org.jspecify.annotations.NullMarked;
