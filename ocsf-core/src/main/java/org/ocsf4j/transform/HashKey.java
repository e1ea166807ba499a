package org.ocsf4j.transform;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of {@link FieldRule#hash}. It is in no text that this class gives away. Immutable. */
public final class HashKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 16;

    private final SecretKeySpec secret;

    /**
     * @param secret 16 bytes or more; copied
     * @throws IllegalArgumentException where it is shorter
     */
    public HashKey(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the key is too short; " + secret.length + " bytes, least " + LEAST_BYTES);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A new HMAC-SHA-256 (RFC 2104, FIPS 180-4) with this key; not thread-safe. */
    public Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "HashKey[hidden]";
    }
}
