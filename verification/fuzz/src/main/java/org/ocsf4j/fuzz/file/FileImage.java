package org.ocsf4j.fuzz.file;

import java.util.List;

/**
 * A file as bytes, and where its parts are.
 *
 * @param bytes the file; not to be written to
 * @param headers where the page headers are
 * @param bodies where the stored pages are
 * @param footerStart where the footer begins
 */
@SuppressWarnings("ArrayRecordComponent") // a file, never compared
public record FileImage(byte[] bytes, List<Span> headers, List<Span> bodies, int footerStart) {

    /** The footer's length and the magic number behind it. */
    public static final int TRAILER_BYTES = 8;

    /** The magic bytes that a file begins with. */
    public static final int HEAD_BYTES = 4;

    public FileImage {
        headers = List.copyOf(headers);
        bodies = List.copyOf(bodies);
    }

    public Span footer() {
        return new Span(footerStart, bytes.length - TRAILER_BYTES);
    }

    /** All bytes. */
    public Span whole() {
        return new Span(0, bytes.length);
    }

    /** Bytes from {@code start} up to, not including, {@code end}. */
    public record Span(int start, int end) {

        public int length() {
            return end - start;
        }
    }
}
