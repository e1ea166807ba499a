package org.ocsf4j.deadletter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Dead letters as the bytes of a file that {@link DeadLetterReader} reads: a line of JSON for each. */
public final class DeadLetterLines {

    private DeadLetterLines() {}

    /** A line for each letter, each with its line feed. */
    public static byte[] of(List<DeadLetter> letters) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            for (DeadLetter letter : letters) {
                lines.write(DeadLetterJson.line(letter));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes are in memory", e);
        }
        return lines.toByteArray();
    }

    /** The same as one member of gzip. */
    public static byte[] compressed(List<DeadLetter> letters) {
        byte[] lines = of(letters);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(lines.length / 4 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes are in memory", e);
        }
        return bytes.toByteArray();
    }
}
