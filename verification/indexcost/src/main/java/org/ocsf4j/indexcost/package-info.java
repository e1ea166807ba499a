/** What a mapping costs on the server. */
@NullMarked
package org.ocsf4j.indexcost;

import org.jspecify.annotations.NullMarked;
