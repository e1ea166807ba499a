/** The documents agree with the code. */
@NullMarked
package org.ocsf4j.documents;

import org.jspecify.annotations.NullMarked;
