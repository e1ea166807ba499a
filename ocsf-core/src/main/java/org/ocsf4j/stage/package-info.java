/** What looks at whole events between decoder and sink: checks and changes that need more than columns. */
@NullMarked
package org.ocsf4j.stage;

import org.jspecify.annotations.NullMarked;
