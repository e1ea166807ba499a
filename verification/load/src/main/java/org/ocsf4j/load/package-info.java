/** Measures the whole pipeline: against conversion alone, and over many rows in a small heap. */
@NullMarked
package org.ocsf4j.load;

import org.jspecify.annotations.NullMarked;
