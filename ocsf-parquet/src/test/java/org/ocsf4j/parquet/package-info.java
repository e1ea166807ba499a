/** Tests of the decoder, over files made here. */
@NullMarked
package org.ocsf4j.parquet;

import org.jspecify.annotations.NullMarked;
