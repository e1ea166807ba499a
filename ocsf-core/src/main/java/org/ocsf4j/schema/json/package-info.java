/** JSON as the schema's parts need it: a scanner over event bytes, paths into them, and small trees. */
@NullMarked
package org.ocsf4j.schema.json;

import org.jspecify.annotations.NullMarked;
