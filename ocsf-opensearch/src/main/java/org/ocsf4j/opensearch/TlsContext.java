package org.ocsf4j.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;

/**
 * Makes an {@link SSLContext} out of files: whom to trust, and for mutual TLS the certificate to show. Not thread-safe.
 */
public final class TlsContext {

    private @Nullable Path trusted;
    private char @Nullable [] trustedPassword;
    private @Nullable Path shown;
    private char[] shownPassword = new char[0];

    private TlsContext() {}

    /** Trusts whom the platform trusts, and shows no certificate. */
    public static TlsContext builder() {
        return new TlsContext();
    }

    /** Trusts the certificates of a PEM file and nobody else. */
    public TlsContext trustPem(Path certificates) {
        trusted = Objects.requireNonNull(certificates, "certificates");
        trustedPassword = null;
        return this;
    }

    /** Trusts the certificates of a PKCS #12 or JKS store and nobody else. */
    public TlsContext trustStore(Path store, char[] password) {
        trusted = Objects.requireNonNull(store, "store");
        trustedPassword = password.clone();
        return this;
    }

    /** Shows the certificate of a PKCS #12 or JKS store, for servers that ask for one. */
    public TlsContext keyStore(Path store, char[] password) {
        shown = Objects.requireNonNull(store, "store");
        shownPassword = password.clone();
        return this;
    }

    /**
     * Reads the files.
     *
     * @throws ConfigurationException where one cannot be read or is not what it should be
     */
    public SSLContext build() {
        try {
            TrustManagerFactory trust = null;
            Path whom = trusted;
            if (whom != null) {
                trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                char[] password = trustedPassword;
                trust.init(password == null ? pem(whom) : KeyStore.getInstance(whom.toFile(), password));
            }
            KeyManagerFactory keys = null;
            Path ours = shown;
            if (ours != null) {
                keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(KeyStore.getInstance(ours.toFile(), shownPassword), shownPassword);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keys == null ? null : keys.getKeyManagers(), trust == null ? null : trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "[TLS] the certificates cannot be read; " + (trusted == null ? "" : trusted + " ")
                            + (shown == null ? "" : shown + " ") + e + "; check path, password and format",
                    e);
        }
    }

    private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
        }
        if (count == 0) {
            throw new GeneralSecurityException("there is no certificate in the file");
        }
        return store;
    }
}
