/** What a backfill needs of S3: the listing of a bucket. */
@NullMarked
package org.ocsf4j.aws.backfill;

import org.jspecify.annotations.NullMarked;
