/** The JSON contract over files that other writers made. */
@NullMarked
package org.ocsf4j.conformance;

import org.jspecify.annotations.NullMarked;
