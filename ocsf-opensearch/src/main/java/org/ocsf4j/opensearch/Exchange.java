package org.ocsf4j.opensearch;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What came of sending one request. */
sealed interface Exchange {

    /**
     * An answer, of whatever status.
     *
     * @param retryAfter what the server asked for, where it did
     * @param body the bytes, empty where there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Answer(int status, @Nullable Duration retryAfter, byte[] body) implements Exchange {}

    /**
     * No answer. Whether the request was carried out is not known, unless the connection was refused.
     *
     * @param tls true where the other side's certificate or ours is the reason: only a changed set-up helps
     */
    record Silence(boolean tls, Throwable cause) implements Exchange {

        /** Of a failure of the exchange itself; what is wrong with the machine is thrown on. */
        static Silence because(Throwable failure) {
            if (failure instanceof Error e) {
                throw e;
            }
            return new Silence(TlsFailure.isIn(failure), failure);
        }

        /** No answer came in the time that there was. */
        static Silence after(Duration waited, TimeoutException cause) {
            SocketTimeoutException silence = new SocketTimeoutException("no answer within " + waited);
            silence.initCause(cause);
            return new Silence(false, silence);
        }
    }
}
