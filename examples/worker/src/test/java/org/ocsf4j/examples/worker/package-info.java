/** What is deployed holds what it promises. */
@NullMarked
package org.ocsf4j.examples.worker;

import org.jspecify.annotations.NullMarked;
