/** Typed OCSF events: a record for each class and object of one version, and what reads, writes and builds them. */
@NullMarked
package org.ocsf4j.events;

import org.jspecify.annotations.NullMarked;
