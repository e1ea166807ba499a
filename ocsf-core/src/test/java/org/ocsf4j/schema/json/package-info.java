/** Tests of the scanner, over hostile bytes too. */
@NullMarked
package org.ocsf4j.schema.json;

import org.jspecify.annotations.NullMarked;
