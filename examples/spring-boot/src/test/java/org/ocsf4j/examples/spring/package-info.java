@NullMarked
package org.ocsf4j.examples.spring;

import org.jspecify.annotations.NullMarked;
