/** Checks events against the schema: rules, findings and reports. */
@NullMarked
package org.ocsf4j.schema.validate;

import org.jspecify.annotations.NullMarked;
