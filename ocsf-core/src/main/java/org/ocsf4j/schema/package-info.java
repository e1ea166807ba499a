/** Facts of the OCSF schema, by version. */
@NullMarked
package org.ocsf4j.schema;

import org.jspecify.annotations.NullMarked;
