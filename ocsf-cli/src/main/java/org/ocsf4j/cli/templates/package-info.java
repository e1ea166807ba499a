/** {@code ./ocsf templates}: generated templates listed, shown, exported, installed and verified. */
@NullMarked
package org.ocsf4j.cli.templates;

import org.jspecify.annotations.NullMarked;
