/** Values of the format in their JSON spelling, through Jackson's generator. */
@NullMarked
package org.ocsf4j.parquet.internal.json;

import org.jspecify.annotations.NullMarked;
