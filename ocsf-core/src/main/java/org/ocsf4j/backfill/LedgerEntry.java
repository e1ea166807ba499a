package org.ocsf4j.backfill;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * A line of the ledger: an object that is settled, with its sums and when.
 *
 * <pre>{@code
 * {"bucket":"lake","key":"aws/…","eTag":"0123","read":5,"indexed":5,"alreadyPresent":0,"deadLettered":0,"filtered":0,"time":"…"}
 * }</pre>
 *
 * @param object the version that was read
 * @param counts its rows, every one of which has found its end
 * @param time when
 */
public record LedgerEntry(ObjectIdentity object, SettlementCounts counts, Instant time) {

    private static final JsonFactory JSON = new JsonFactory();

    /** The line with its line feed, in UTF-8. */
    public byte[] line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("bucket", object.location().bucket());
            out.writeStringField("key", object.location().key());
            out.writeStringField("eTag", object.eTag());
            out.writeNumberField("read", counts.read());
            out.writeNumberField("indexed", counts.indexed());
            out.writeNumberField("alreadyPresent", counts.alreadyPresent());
            out.writeNumberField("deadLettered", counts.deadLettered());
            out.writeNumberField("filtered", counts.filtered());
            out.writeStringField("time", time.toString());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses a line", e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    /**
     * The object that a line is about; with or without its line feed.
     *
     * @throws IOException where it is no line of a ledger
     */
    public static ObjectIdentity object(byte[] line) throws IOException {
        String bucket = null;
        String key = null;
        String eTag = null;
        try (JsonParser in = JSON.createParser(line)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "bucket" -> bucket = in.getText();
                    case "key" -> key = in.getText();
                    case "eTag" -> eTag = in.getText();
                    default -> in.skipChildren();
                }
            }
            if (in.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the line is not whole");
            }
        }
        try {
            return new ObjectIdentity(new ObjectLocation(given(bucket), given(key)), given(eTag));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String given(@Nullable String member) throws IOException {
        if (member == null) {
            throw new IOException("a line needs bucket, key and eTag");
        }
        return member;
    }
}
