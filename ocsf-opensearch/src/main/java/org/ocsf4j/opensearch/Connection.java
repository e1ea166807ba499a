package org.ocsf4j.opensearch;

import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Request;

/** Makes one of two things of whatever comes of a request: an answer with its status, or silence. Thread-safe. */
sealed interface Connection extends AutoCloseable permits HttpConnection, TransportConnection {

    /** What error messages call the destination. */
    String name();

    /** Whether bulk requests are to be compressed. */
    boolean compresses();

    /** Sends the request. Nothing reads it any more when this returns or throws. */
    Exchange send(Request request) throws InterruptedException;

    @Override
    void close();

    /** For messages: what a failure says, without a stack. */
    static String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "";
        }
        String message = failure.getMessage();
        String text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return ErrorDetail.cut(text).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
