/** The AWS SDK clients that the adapters of this module work with. */
@NullMarked
package org.ocsf4j.aws;

import org.jspecify.annotations.NullMarked;
