/** Tests of the difference between versions. */
@NullMarked
package org.ocsf4j.schema.diff;

import org.jspecify.annotations.NullMarked;
