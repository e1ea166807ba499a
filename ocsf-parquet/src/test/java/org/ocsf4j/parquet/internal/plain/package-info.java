/**
 * The plain decoder, which the tests hold the real one against: {@code parquet-hadoop} reads pages, {@code parquet-column}
 * decodes values, and a tree of nodes, one for each shape of the schema, assembles documents from them. Complete and simple.
 */
@NullMarked
package org.ocsf4j.parquet.internal.plain;

import org.jspecify.annotations.NullMarked;
