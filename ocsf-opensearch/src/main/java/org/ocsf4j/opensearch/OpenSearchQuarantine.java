package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.sink.EventOutcome;

/**
 * Keeps dead letters in an index of their own, where they can be searched. Its mapping takes every letter: the refused document is
 * one text that is kept and not looked into. The same letter written twice is one document.
 *
 * <p>Thread-safe. Closes neither the sink nor the client that it was given. The first write installs the index template.
 */
public final class OpenSearchQuarantine implements DeadLetterSink {

    /** The index unless another is named. */
    public static final String DEFAULT_INDEX = "ocsf-quarantine";

    private static final ObjectIdentity NO_OBJECT = new ObjectIdentity(new ObjectLocation("letters", "letters"), "-");

    private static final String TEMPLATE =
            """
            {"index_patterns":["%s"],"priority":1000,"template":{"mappings":{"dynamic":false,"properties":{
            "first_seen":{"type":"date"},"status":{"type":"integer"},"error_type":{"type":"keyword","ignore_above":256},
            "reason":{"type":"text"},"index":{"type":"keyword","ignore_above":256},"id":{"type":"keyword","ignore_above":512},
            "bucket":{"type":"keyword","ignore_above":256},"key":{"type":"keyword","ignore_above":1024},
            "row":{"type":"long"},"attempt":{"type":"integer"},
            "document":{"type":"keyword","index":false,"doc_values":false}}}}}""";

    private final OpenSearchSink sink;
    private final OpenSearchAdmin admin;
    private final String index;
    private boolean installed;

    /** Letters into {@link #DEFAULT_INDEX}. */
    public OpenSearchQuarantine(OpenSearchSink sink, OpenSearchAdmin admin) {
        this(sink, admin, DEFAULT_INDEX);
    }

    /**
     * Letters into an index of another name.
     *
     * @throws IllegalArgumentException where it is not an index name
     */
    public OpenSearchQuarantine(OpenSearchSink sink, OpenSearchAdmin admin, String index) {
        if (!IndexNaming.isIndexName(index)) {
            throw new IllegalArgumentException("not an index name; \"" + index + "\"");
        }
        this.sink = sink;
        this.admin = admin;
        this.index = index;
    }

    @Override
    public void write(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        install();
        EventBatch batch = new EventBatch(Integer.MAX_VALUE, letters.size());
        batch.clear(NO_OBJECT);
        List<String> ids = new ArrayList<>();
        for (DeadLetter letter : letters) {
            ids.add(id(letter));
            batch.append(json(letter), batch.count(), EventClass.UNKNOWN, EventBatch.NO_TIME);
        }
        BulkItems items = new BulkItems(
                batch, new EventIndexes(Collections.nCopies(letters.size(), index)), new WrittenIds(ids), null);
        try {
            for (EventOutcome outcome : sink.deliver(items)) {
                if (outcome instanceof EventOutcome.Rejected rejected) {
                    throw notStored(rejected.errorType() + ": " + rejected.reason(), null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStored("interrupted before the answer came", e);
        }
    }

    private UnavailableException notStored(String reason, @Nullable Throwable cause) {
        return new UnavailableException(
                "[" + index + "] dead letters could not be stored; " + reason.replaceAll("\\p{Cntrl}", "\uFFFD")
                        + "; check the index and its mapping",
                cause);
    }

    private synchronized void install() {
        if (!installed) {
            try {
                admin.putIndexTemplate(
                        "ocsf4j-quarantine-" + index, TEMPLATE.formatted(index).getBytes(StandardCharsets.UTF_8));
            } catch (OcsfException e) {
                throw notStored(String.valueOf(e.getMessage()), e);
            }
            installed = true;
        }
    }

    private static byte[] json(DeadLetter letter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("first_seen", letter.firstSeen().toString());
            json.writeNumberField("status", letter.status());
            json.writeStringField("error_type", letter.errorType());
            json.writeStringField("reason", letter.reason());
            text(json, "index", letter.index());
            text(json, "id", letter.id());
            json.writeStringField("bucket", letter.object().bucket());
            json.writeStringField("key", letter.object().key());
            text(json, "etag", letter.eTag());
            json.writeNumberField("id_format", ObjectIdentity.ID_FORMAT);
            Long row = letter.row();
            if (row != null) {
                json.writeNumberField("row", row);
            }
            json.writeNumberField("attempt", letter.attempt());
            byte[] document = letter.document();
            if (document != null) {
                json.writeStringField("document", new String(document, StandardCharsets.UTF_8));
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String id(DeadLetter letter) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Object part : new Object[] {
                letter.object().bucket(),
                letter.object().key(),
                String.valueOf(letter.eTag()),
                String.valueOf(letter.row()),
                String.valueOf(letter.index()),
                letter.attempt(),
                letter.errorType()
            }) {
                sha256.update((part + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
