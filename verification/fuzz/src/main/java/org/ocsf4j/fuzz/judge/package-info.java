/** What the decoder made of a file, and whether that is allowed. */
@NullMarked
package org.ocsf4j.fuzz.judge;

import org.jspecify.annotations.NullMarked;
