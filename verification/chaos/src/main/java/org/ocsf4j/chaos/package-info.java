/** Kills workers and disturbs their destination, then counts documents: as many as rows, each once. */
@NullMarked
package org.ocsf4j.chaos;

import org.jspecify.annotations.NullMarked;
