/** What can go wrong, told apart by what helps: a retry, a dead letter, or a corrected configuration. */
@NullMarked
package org.ocsf4j.failure;

import org.jspecify.annotations.NullMarked;
