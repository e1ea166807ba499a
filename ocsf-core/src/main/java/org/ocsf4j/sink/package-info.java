/** Where events are delivered to, and what became of each. */
@NullMarked
package org.ocsf4j.sink;

import org.jspecify.annotations.NullMarked;
