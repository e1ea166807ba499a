package org.ocsf4j.examples.spring;

/**
 * An event that somebody should look at. The same one may be told again after a redelivery, under the same id.
 *
 * @param id the id of its document in OpenSearch
 * @param classUid its OCSF class
 * @param severityId its severity, 1 to 6
 * @param json the event
 */
public record SevereEvent(String id, long classUid, int severityId, String json) {}
