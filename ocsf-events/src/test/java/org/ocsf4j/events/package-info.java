/** Tests of typed events. */
@NullMarked
package org.ocsf4j.events;

import org.jspecify.annotations.NullMarked;
