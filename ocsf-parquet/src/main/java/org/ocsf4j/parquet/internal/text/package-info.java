/** Values as JSON text in UTF-8, written straight into byte arrays. */
@NullMarked
package org.ocsf4j.parquet.internal.text;

import org.jspecify.annotations.NullMarked;
