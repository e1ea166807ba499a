/** Tests of {@code ./ocsf templates}. */
@NullMarked
package org.ocsf4j.cli.templates;

import org.jspecify.annotations.NullMarked;
