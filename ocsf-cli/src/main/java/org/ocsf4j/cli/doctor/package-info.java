/** {@code ocsf doctor}: whether a set-up will work, and what to do where it will not. A check a file. */
@NullMarked
package org.ocsf4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
