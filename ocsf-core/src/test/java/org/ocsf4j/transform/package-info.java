/** Tests of transforms as values. */
@NullMarked
package org.ocsf4j.transform;

import org.jspecify.annotations.NullMarked;
