/** A Spring Boot service that carries a lake's events to OpenSearch and tells its own listeners of the severe ones. */
@NullMarked
package org.ocsf4j.examples.spring;

import org.jspecify.annotations.NullMarked;
