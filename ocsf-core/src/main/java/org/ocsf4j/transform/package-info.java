/** Which rows become events, and what of them is written: decided on columns, before there is any JSON. */
@NullMarked
package org.ocsf4j.transform;

import org.jspecify.annotations.NullMarked;
