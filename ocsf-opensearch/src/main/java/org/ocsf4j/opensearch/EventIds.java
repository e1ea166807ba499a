package org.ocsf4j.opensearch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;

/** The document ids of one batch. Made of base64url, digits and {@code -}: they need no escaping. */
final class EventIds implements ItemIds {

    /** The longest id: 22 characters, {@code -} and 19 digits. */
    static final int MAX_CHARS = 42;

    private static final int HASH_BYTES = 16;

    private final EventBatch batch;
    private final DocumentIds strategy;
    private final String objectPrefix;

    EventIds(EventBatch batch, DocumentIds strategy) {
        this.batch = batch;
        this.strategy = strategy;
        this.objectPrefix =
                strategy == DocumentIds.OBJECT_AND_ROW ? batch.object().documentIdPrefix() + '-' : "";
    }

    @Override
    public @Nullable String id(int event) {
        return switch (strategy) {
            case OBJECT_AND_ROW -> objectPrefix + batch.row(event);
            case CONTENT_HASH -> contentHash(event);
            case SERVER_ASSIGNED -> null;
        };
    }

    @Override
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) takes the low bytes: ids are ASCII
    public int write(int event, byte[] target, int position) {
        if (strategy == DocumentIds.OBJECT_AND_ROW) {
            int length = objectPrefix.length();
            objectPrefix.getBytes(0, length, target, position);
            return Digits.write(batch.row(event), target, position + length);
        }
        String id = id(event);
        if (id == null) {
            return position;
        }
        id.getBytes(0, id.length(), target, position);
        return position + id.length();
    }

    @Override
    public int bytesAtMost(int event) {
        return MAX_CHARS;
    }

    private String contentHash(int event) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(batch.buffer(), batch.offset(event), batch.length(event));
            byte[] hash = Arrays.copyOf(sha256.digest(), HASH_BYTES);
            return new String(Base64.getUrlEncoder().withoutPadding().encode(hash), StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
