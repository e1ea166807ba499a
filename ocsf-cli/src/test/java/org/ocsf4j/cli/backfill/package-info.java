@NullMarked
package org.ocsf4j.cli.backfill;

import org.jspecify.annotations.NullMarked;
