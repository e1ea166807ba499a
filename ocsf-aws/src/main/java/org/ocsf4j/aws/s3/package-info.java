/** Objects in S3, read by ranges that are pinned to an entity tag. */
@NullMarked
package org.ocsf4j.aws.s3;

import org.jspecify.annotations.NullMarked;
