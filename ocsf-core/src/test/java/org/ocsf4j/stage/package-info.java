/** Tests of the validator, over events written here. */
@NullMarked
package org.ocsf4j.stage;

import org.jspecify.annotations.NullMarked;
