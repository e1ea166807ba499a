/** The lab's page: what the run does and the dashboards, served to a browser on this machine. */
@NullMarked
package org.ocsf4j.cli.lab;

import org.jspecify.annotations.NullMarked;
