package org.ocsf4j.opensearch;

/**
 * How documents get their ids. No id contains text of an event.
 */
public enum DocumentIds {
    /**
     * {@link org.ocsf4j.object.ObjectIdentity#documentIdPrefix()}, {@code -} and the row's ordinal. A retry, a redelivery and a
     * backfill write the same ids. The default.
     */
    OBJECT_AND_ROW,
    /**
     * base64url of the first 128 bits of the SHA-256 of the document's bytes: equal documents of different objects become one
     * document of an index.
     */
    CONTENT_HASH,
    /**
     * OpenSearch makes the ids. Writing again makes duplicates, so delivery is at least once only. For destinations that take
     * no ids, such as serverless time series collections.
     */
    SERVER_ASSIGNED
}
