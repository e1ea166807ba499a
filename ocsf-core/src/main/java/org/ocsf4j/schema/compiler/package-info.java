/** Schemas of one's own: the compiler of a metaschema folder, and compiled schemas as JSON. */
@NullMarked
package org.ocsf4j.schema.compiler;

import org.jspecify.annotations.NullMarked;
