/** Tests of the generator. */
@NullMarked
package org.ocsf4j.events.generator;

import org.jspecify.annotations.NullMarked;
