/** JSON as the schema's own parts need it: small trees, and a scanner over event bytes. Internal; no promise of stability. */
@NullMarked
package org.ocsf4j.schema.json;

import org.jspecify.annotations.NullMarked;
