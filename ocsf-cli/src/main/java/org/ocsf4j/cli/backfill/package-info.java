/** {@code ocsf backfill}: the objects that a lake holds already, into OpenSearch. */
@NullMarked
package org.ocsf4j.cli.backfill;

import org.jspecify.annotations.NullMarked;
