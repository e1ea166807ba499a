/** What is kept of an event or an object that could not be delivered. */
@NullMarked
package org.ocsf4j.deadletter;

import org.jspecify.annotations.NullMarked;
