/** Sound files to start from, made in memory. */
@NullMarked
package org.ocsf4j.fuzz.corpus;

import org.jspecify.annotations.NullMarked;
