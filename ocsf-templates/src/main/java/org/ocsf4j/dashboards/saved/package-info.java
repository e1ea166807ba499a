/** Dashboards as saved objects of OpenSearch Dashboards, and the client that installs them. */
@NullMarked
package org.ocsf4j.dashboards.saved;

import org.jspecify.annotations.NullMarked;
