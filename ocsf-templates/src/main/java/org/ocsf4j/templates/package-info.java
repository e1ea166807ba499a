/** Index templates generated from the bundled OCSF classes, and their installer. */
@NullMarked
package org.ocsf4j.templates;

import org.jspecify.annotations.NullMarked;
