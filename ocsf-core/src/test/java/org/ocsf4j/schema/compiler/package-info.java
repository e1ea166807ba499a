/** Tests of the metaschema compiler, over a small metaschema with every trap in it. */
@NullMarked
package org.ocsf4j.schema.compiler;

import org.jspecify.annotations.NullMarked;
