/** Tests of the normaliser, over events written here. */
@NullMarked
package org.ocsf4j.schema.normalize;

import org.jspecify.annotations.NullMarked;
