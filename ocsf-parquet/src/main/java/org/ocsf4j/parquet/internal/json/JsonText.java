package org.ocsf4j.parquet.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts one behind the other in memory, each up to a limit, by hand or through a generator. Not thread-safe. */
public final class JsonText extends OutputStream {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(1000).build())
            .build();

    private final int maxBytes;
    private byte[] bytes = new byte[256];
    private int size;
    private int start;
    private @Nullable JsonGenerator generator;

    /** @param maxBytes the longest text */
    public JsonText(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A generator that writes values to {@code target} one behind the other, spelt as all documents are. */
    static JsonGenerator generator(OutputStream target) {
        try {
            return FACTORY.createGenerator(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a text behind the first {@code kept} bytes; what was behind them is gone. */
    public void begin(int kept) {
        size = kept;
        start = kept;
    }

    /** The generator, to be flushed behind each value. */
    public JsonGenerator generator() {
        if (generator == null) {
            generator = generator(this);
        }
        return generator;
    }

    /** Takes back a text that failed half way. */
    public void abandon() {
        size = start;
        generator = null; // it is still inside the value
    }

    /** The texts; valid up to {@link #size()} until more is written. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    @Override
    public void write(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    /**
     * Adds to the text.
     *
     * @throws DocumentTooLongException where it becomes longer than the limit
     */
    @Override
    public void write(byte[] source, int offset, int length) {
        room(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (more > maxBytes - (size - start)) {
            throw new DocumentTooLongException(maxBytes);
        }
        if (size + (long) more > bytes.length) {
            long grown = Math.min(Integer.MAX_VALUE - 64, Math.max(size + (long) more, bytes.length * 2L));
            bytes = Arrays.copyOf(bytes, (int) grown);
        }
    }
}
