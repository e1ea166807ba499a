/** The example's function under Lambda's own runtime interface client, over real local servers. */
@NullMarked
package org.ocsf4j.lambda;

import org.jspecify.annotations.NullMarked;
