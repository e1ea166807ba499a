/** Single values of an event, read from its bytes. */
@NullMarked
package org.ocsf4j.schema.view;

import org.jspecify.annotations.NullMarked;
