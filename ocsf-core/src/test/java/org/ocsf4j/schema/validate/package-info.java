/** Tests of the validator, over events written here. */
@NullMarked
package org.ocsf4j.schema.validate;

import org.jspecify.annotations.NullMarked;
