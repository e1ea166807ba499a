/** The jar under real Sparks, over real local servers. */
@NullMarked
package org.ocsf4j.examples.spark;

import org.jspecify.annotations.NullMarked;
