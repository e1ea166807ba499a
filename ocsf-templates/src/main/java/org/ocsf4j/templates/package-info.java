/** Index templates made from the OCSF type model, and their installer. */
@NullMarked
package org.ocsf4j.templates;

import org.jspecify.annotations.NullMarked;
