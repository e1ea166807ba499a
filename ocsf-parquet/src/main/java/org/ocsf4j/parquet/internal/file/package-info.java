/** The footer, read and checked before anything is allocated by it, and the object as {@code parquet-hadoop} reads it. */
@NullMarked
package org.ocsf4j.parquet.internal.file;

import org.jspecify.annotations.NullMarked;
