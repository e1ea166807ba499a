/** The judge sees what is wrong. */
@NullMarked
package org.ocsf4j.fuzz.judge;

import org.jspecify.annotations.NullMarked;
