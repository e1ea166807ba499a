/** Events into OpenSearch through its bulk API, and the small client that templates and counting use. */
@NullMarked
package org.ocsf4j.opensearch;

import org.jspecify.annotations.NullMarked;
