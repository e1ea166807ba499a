/** What a schema means as JSON: every question of layout and spelling, decided once per file. */
@NullMarked
package org.ocsf4j.parquet.internal.shape;

import org.jspecify.annotations.NullMarked;
