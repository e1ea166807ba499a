/** What is forged, each kind in a class named after it. */
@NullMarked
package org.ocsf4j.fuzz.mutation;

import org.jspecify.annotations.NullMarked;
