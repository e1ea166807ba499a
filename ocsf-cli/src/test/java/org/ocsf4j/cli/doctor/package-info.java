@NullMarked
package org.ocsf4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
