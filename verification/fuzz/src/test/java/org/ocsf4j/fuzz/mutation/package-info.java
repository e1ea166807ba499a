/** Forgeries are what they say. */
@NullMarked
package org.ocsf4j.fuzz.mutation;

import org.jspecify.annotations.NullMarked;
