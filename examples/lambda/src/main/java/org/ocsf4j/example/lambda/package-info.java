/** A Lambda function from a Security Lake subscription to OpenSearch. */
@NullMarked
package org.ocsf4j.example.lambda;

import org.jspecify.annotations.NullMarked;
