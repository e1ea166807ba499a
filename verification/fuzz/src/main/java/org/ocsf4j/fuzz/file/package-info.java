/** A Parquet file taken apart into footer, page headers and page contents, and put together again. */
@NullMarked
package org.ocsf4j.fuzz.file;

import org.jspecify.annotations.NullMarked;
