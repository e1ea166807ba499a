/**
 * What every implementation of a port must do, as abstract JUnit tests: extend the one of your port and give it what it asks for.
 * JUnit and AssertJ are the extender's own dependencies.
 */
@NullMarked
package org.ocsf4j.testkit.contract;

import org.jspecify.annotations.NullMarked;
