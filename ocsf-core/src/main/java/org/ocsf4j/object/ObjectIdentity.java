package org.ocsf4j.object;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * One version of one object: its location and its entity tag, without quotation marks. Document ids are made from it, so
 * equal identities mean equal rows.
 */
public record ObjectIdentity(ObjectLocation location, String eTag) implements Serializable {

    /** The id format that {@link #documentIdPrefix()} implements; stored with dead letters. */
    public static final int ID_FORMAT = 1;

    private static final int ID_BYTES = 16;

    public ObjectIdentity {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(eTag, "eTag");
        eTag = unquoted(eTag);
        if (eTag.isEmpty()) {
            throw new IllegalArgumentException("[" + location + "] the entity tag is empty");
        }
    }

    /**
     * The first part of every document id of this object: 22 characters of base64url, the first 128 bits of the SHA-256 of
     * bucket, key and entity tag in UTF-8, each preceded by its length in bytes as four bytes big-endian. The id of row n is
     * this, {@code -}, and n in decimal.
     */
    public String documentIdPrefix() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {location.bucket(), location.key(), eTag}) {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).flip());
                sha256.update(utf8);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256.digest(), ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String unquoted(String eTag) {
        boolean quoted = eTag.length() >= 2 && eTag.startsWith("\"") && eTag.endsWith("\"");
        return quoted ? eTag.substring(1, eTag.length() - 1) : eTag;
    }
}
