/** The pipeline that drives the ports and settles every row of every object. */
@NullMarked
package org.ocsf4j.pipeline;

import org.jspecify.annotations.NullMarked;
