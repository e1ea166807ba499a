/** Where objects are and how their bytes are read: ranges, pinned to one version of the object. */
@NullMarked
package org.ocsf4j.object;

import org.jspecify.annotations.NullMarked;
