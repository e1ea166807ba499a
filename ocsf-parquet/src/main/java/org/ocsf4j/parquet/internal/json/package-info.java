/** Values that need more than a loop over bytes: embedded JSON and variants, through Jackson. */
@NullMarked
package org.ocsf4j.parquet.internal.json;

import org.jspecify.annotations.NullMarked;
