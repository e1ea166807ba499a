package org.ocsf4j.opensearch;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells a certificate or handshake that will never be accepted from a connection that broke. */
final class TlsFailure {

    private TlsFailure() {}

    static boolean isIn(Throwable failure) {
        boolean handshake = false;
        @Nullable Throwable t = failure;
        for (; t != null; t = t.getCause()) {
            if (t instanceof CertificateException
                    || t instanceof CertPathValidatorException
                    || t instanceof SSLPeerUnverifiedException) {
                return true;
            }
            if (t instanceof EOFException || t instanceof SocketException) {
                return false; // the other side went away in the middle of it
            }
            handshake |= t instanceof SSLHandshakeException;
        }
        return handshake;
    }
}
