package org.ocsf4j.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;
import org.ocsf4j.schema.normalize.NormalizedEvent;
import org.ocsf4j.schema.normalize.OcsfNormalizer;
import org.ocsf4j.schema.view.OcsfEventView;

/**
 * Reads OCSF events from JSON as records of their classes, and writes them. The records are those of OCSF {@link #VERSION}.
 *
 * <p>Nothing is lost: what the record has no component for, and what does not fit its component, is in
 * {@link OcsfRecord#additional()} and is written again. A document that is read and written is the same JSON value.
 *
 * <p>Stateless, thread-safe. A retry never helps.
 */
public final class Events {

    /** The OCSF version of the records: the newest stable one. */
    public static final String VERSION = Catalog.VERSION;

    private static final JsonFactory JSON = new JsonFactory();

    private Events() {}

    /**
     * Reads an event as it is. Its class is that of its {@code metadata.version} and {@code class_uid}, the record the one of
     * the class with that name; {@link BaseEvent} where no bundled version knows the class, or {@link #VERSION} has it no more. What
     * an older version calls otherwise stays in {@link OcsfRecord#additional()}; see {@link #readUpgraded(byte[])}.
     *
     * @throws IOException where the bytes are no JSON object
     */
    public static OcsfEvent read(byte[] json) throws IOException {
        return read(json, 0, json.length);
    }

    /** Reads an event as it is; see {@link #read(byte[])}. */
    public static OcsfEvent read(EncodedEvent event) throws IOException {
        return read(event.buffer(), event.offset(), event.length());
    }

    /** Reads an event as it is; see {@link #read(byte[])}. */
    public static OcsfEvent read(byte[] json, int offset, int length) throws IOException {
        OcsfEventView view = new OcsfEventView().of(json, offset, length);
        OcsfClass found = OcsfClasses.find(view.textAt("metadata.version"), view.longAt("class_uid", -1));
        return read(json, offset, length, Catalog.eventNamed(found == null ? "" : found.name()));
    }

    /**
     * Reads an event as a record of this type, whatever class it says it is.
     *
     * @throws IOException where the bytes are no JSON object
     */
    public static <T extends OcsfRecord> T read(byte[] json, Class<T> type) throws IOException {
        return read(json, 0, json.length, Catalog.shapeOf(type));
    }

    /**
     * Brings an event of an older version to {@link #VERSION} as {@link OcsfNormalizer} does it with all its steps, and reads it. What
     * has no place in the newer version is in {@code unmapped}. An event that the normaliser leaves as it is, because its version or
     * class is not known or newer, is read as it is.
     *
     * @throws IOException where the bytes are no JSON object
     */
    public static OcsfEvent readUpgraded(byte[] json) throws IOException {
        NormalizedEvent upgraded = Upgrade.TO_NEWEST.normalize(json, 0, json.length);
        return read(upgraded.json());
    }

    private static <T extends OcsfRecord> T read(byte[] json, int offset, int length, Shape<T> shape)
            throws IOException {
        try (JsonParser in = JSON.createParser(json, offset, length)) {
            JsonToken first = in.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new IOException("[OCSF event] the JSON text is no object; it begins with " + first);
            }
            T record = RecordReader.read(in, shape);
            JsonToken behind = in.nextToken();
            if (behind != null) {
                throw new IOException("[OCSF event] there is something behind the JSON object; " + behind);
            }
            return record;
        }
    }

    /** The event as JSON in UTF-8. Components that are null are left out. */
    public static byte[] write(OcsfRecord event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
        try {
            write(event, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Writes the event as JSON in UTF-8. Flushes, closes nothing.
     *
     * @throws IOException where {@code out} refuses
     */
    public static void write(OcsfRecord event, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(json, event);
        }
    }

    @SuppressWarnings("unchecked") // the shape is that of the record's own class
    private static <T extends OcsfRecord> void write(JsonGenerator json, T event) throws IOException {
        RecordWriter.write(json, Catalog.shapeOf((Class<T>) event.getClass()), event);
    }

    /** The JSON text of a record; what {@code toString()} of the records gives. */
    static String text(OcsfRecord record) {
        return new String(write(record), StandardCharsets.UTF_8);
    }

    /** Made when first asked for. */
    private static final class Upgrade {

        private static final OcsfNormalizer TO_NEWEST =
                OcsfNormalizer.builder().target(VERSION).build();
    }
}
