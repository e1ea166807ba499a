/** Messages of a queue in a Lambda function: partial batch responses, a deadline, continuations. */
@NullMarked
package org.ocsf4j.aws.lambda;

import org.jspecify.annotations.NullMarked;
