/** Tests of the sample lake. */
@NullMarked
package org.ocsf4j.testkit.lake;

import org.jspecify.annotations.NullMarked;
