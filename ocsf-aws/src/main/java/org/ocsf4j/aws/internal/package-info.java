/** What the adapters share; no API. */
@NullMarked
package org.ocsf4j.aws.internal;

import org.jspecify.annotations.NullMarked;
