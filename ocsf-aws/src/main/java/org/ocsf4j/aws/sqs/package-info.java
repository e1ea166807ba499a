/** Notifications out of an SQS standard queue, leased for as long as they are worked on. */
@NullMarked
package org.ocsf4j.aws.sqs;

import org.jspecify.annotations.NullMarked;
