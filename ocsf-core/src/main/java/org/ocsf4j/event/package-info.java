/** Events as JSON bytes, and the decoders that make them from an object. */
@NullMarked
package org.ocsf4j.event;

import org.jspecify.annotations.NullMarked;
