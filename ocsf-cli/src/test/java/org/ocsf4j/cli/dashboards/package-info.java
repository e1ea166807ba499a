/** The command that exports and installs dashboards. */
@NullMarked
package org.ocsf4j.cli.dashboards;

import org.jspecify.annotations.NullMarked;
