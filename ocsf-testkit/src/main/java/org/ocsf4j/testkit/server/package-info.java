/**
 * Real OpenSearch, S3 and SQS servers as child processes on 127.0.0.1, for tests and the lab.
 *
 * <p>A server runs from a home: the published jars of that server, put together once by Maven and kept in the user's
 * cache. Its process ends with {@code close()} and also when the process that started it dies.
 */
@NullMarked
package org.ocsf4j.testkit.server;

import org.jspecify.annotations.NullMarked;
