/** Dashboards as data: what each panel shows, the search that it makes, and the rows that the answer holds. */
@NullMarked
package org.ocsf4j.dashboards;

import org.jspecify.annotations.NullMarked;
