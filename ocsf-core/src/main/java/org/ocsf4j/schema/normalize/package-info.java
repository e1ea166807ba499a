/** Brings events to one OCSF version, without loss, and fills in what follows from what they hold. */
@NullMarked
package org.ocsf4j.schema.normalize;

import org.jspecify.annotations.NullMarked;
