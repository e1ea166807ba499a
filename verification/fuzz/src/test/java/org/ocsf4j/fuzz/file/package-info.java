/** Files survive being taken apart. */
@NullMarked
package org.ocsf4j.fuzz.file;

import org.jspecify.annotations.NullMarked;
