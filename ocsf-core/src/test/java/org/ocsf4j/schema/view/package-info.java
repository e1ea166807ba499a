/** Tests of the view. */
@NullMarked
package org.ocsf4j.schema.view;

import org.jspecify.annotations.NullMarked;
