@NullMarked
package org.ocsf4j.cli.worker;

import org.jspecify.annotations.NullMarked;
