/** The fuzzer finds what is planted, and the decoder holds. */
@NullMarked
package org.ocsf4j.fuzz;

import org.jspecify.annotations.NullMarked;
