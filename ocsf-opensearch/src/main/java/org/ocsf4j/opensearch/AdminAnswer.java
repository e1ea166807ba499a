package org.ocsf4j.opensearch;

/**
 * What the server answered to a request of the admin client, whatever its status.
 *
 * @param status the HTTP status
 * @param body the answer's bytes, empty where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record AdminAnswer(int status, byte[] body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
