/** What announces objects: messages received, what they say, and how they are acknowledged. */
@NullMarked
package org.ocsf4j.notification;

import org.jspecify.annotations.NullMarked;
