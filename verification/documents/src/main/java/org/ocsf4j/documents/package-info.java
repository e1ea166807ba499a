/** The pages of {@code docs} that are made from code. */
@NullMarked
package org.ocsf4j.documents;

import org.jspecify.annotations.NullMarked;
