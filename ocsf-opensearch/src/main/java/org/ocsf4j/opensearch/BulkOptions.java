package org.ocsf4j.opensearch;

import java.time.Duration;
import org.ocsf4j.retry.Backoff;

/** What the bulk sink was built with. */
record BulkOptions(int bulkBytes, Duration retryBudget, Backoff backoff, IndexNaming naming, DocumentIds ids) {}
