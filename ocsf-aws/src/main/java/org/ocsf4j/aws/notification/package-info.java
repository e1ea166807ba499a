/** Every shape in which a message announces S3 objects, parsed under limits and held against an allow-list. */
@NullMarked
package org.ocsf4j.aws.notification;

import org.jspecify.annotations.NullMarked;
