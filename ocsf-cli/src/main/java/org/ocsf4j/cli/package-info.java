/** The {@code ocsf} command. */
@NullMarked
package org.ocsf4j.cli;

import org.jspecify.annotations.NullMarked;
