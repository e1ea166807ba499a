/** The footer as {@code parquet-hadoop} reads it, checked, for the plain decoder. */
@NullMarked
package org.ocsf4j.parquet.internal.file;

import org.jspecify.annotations.NullMarked;
