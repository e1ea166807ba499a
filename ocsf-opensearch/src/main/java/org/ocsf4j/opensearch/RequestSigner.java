package org.ocsf4j.opensearch;

import java.net.URI;
import java.util.Map;

/**
 * Signs requests, such as with AWS Signature Version 4. Called for every attempt, with the bytes exactly as they are sent,
 * compressed where they are. Thread-safe. What it throws as {@link org.ocsf4j.failure.OcsfException} reaches whoever writes.
 */
@FunctionalInterface
public interface RequestSigner {

    /**
     * The headers that the signature adds.
     *
     * @param method the HTTP method
     * @param uri where the request goes, with its query
     * @param headers what is to be signed besides the host: the content type, and the content encoding where there is one
     * @param body the bytes of the body, empty where there is none; not to be altered
     */
    Map<String, String> sign(String method, URI uri, Map<String, String> headers, byte[] body);
}
