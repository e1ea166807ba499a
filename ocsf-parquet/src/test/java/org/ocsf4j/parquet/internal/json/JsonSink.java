package org.ocsf4j.parquet.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON where the name of a member is given before it is known whether its value is null: the name waits until there
 * is something to write.
 *
 * <p>Not thread-safe.
 */
public final class JsonSink {

    private final DocumentOutput output;
    private final JsonGenerator generator;
    private final boolean writeNulls;
    private @Nullable SerializableString waiting;

    public JsonSink(DocumentOutput output, boolean writeNulls) {
        this.output = output;
        this.writeNulls = writeNulls;
        this.generator = JsonText.generator(output);
    }

    /** The generator, ready for a value that is not null. */
    public JsonGenerator value() throws IOException {
        SerializableString name = waiting;
        if (name != null) {
            waiting = null;
            generator.writeFieldName(name);
        }
        return generator;
    }

    /** Names the member whose value comes next. */
    public void member(SerializableString name) {
        waiting = name;
    }

    /** Names the map entry whose value comes next; it is kept where that is null. */
    public void entry(String key) throws IOException {
        generator.writeFieldName(key);
    }

    /** Writes a null, or leaves its member out. */
    public void nullValue() throws IOException {
        if (waiting == null || writeNulls) {
            value().writeNull();
        }
        waiting = null;
    }

    public void startObject() throws IOException {
        value().writeStartObject();
    }

    public void endObject() throws IOException {
        generator.writeEndObject();
    }

    public void startArray() throws IOException {
        value().writeStartArray();
    }

    public void endArray() throws IOException {
        generator.writeEndArray();
    }

    /** Brings everything written into the output. */
    public void flush() throws IOException {
        generator.flush();
    }

    /** Where in the output the next byte will be once all is flushed. */
    public int position() {
        return output.position() + generator.getOutputBuffered();
    }

    /** Takes out members of an object that was begun before {@code objectStart} and is not ended yet. */
    void removeMembers(int objectStart, int from, int to) throws IOException {
        generator.flush();
        output.remove(from, to);
        if (from == objectStart && output.position() > objectStart && output.byteAt(objectStart) == ',') {
            output.remove(objectStart, objectStart + 1);
        }
    }
}
