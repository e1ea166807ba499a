/** What changed between two versions of the schema. */
@NullMarked
package org.ocsf4j.schema.diff;

import org.jspecify.annotations.NullMarked;
