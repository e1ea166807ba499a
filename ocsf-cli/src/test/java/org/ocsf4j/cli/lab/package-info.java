@NullMarked
package org.ocsf4j.cli.lab;

import org.jspecify.annotations.NullMarked;
