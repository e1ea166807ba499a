package org.ocsf4j.opensearch;

/**
 * What a sink has done since it was made, and how much it dares to send now.
 *
 * @param requests bulk requests that were sent
 * @param retries how often a write waited and sent events again
 * @param repairedDocuments documents that were stored with a field moved aside that the mapping refuses
 * @param concurrencyLimit how many requests may be under way at a time; shrinks while the destination is busy
 * @param bulkBytes the size that requests are kept to; shrinks while the destination is overloaded
 */
public record SinkActivity(long requests, long retries, long repairedDocuments, int concurrencyLimit, int bulkBytes) {}
