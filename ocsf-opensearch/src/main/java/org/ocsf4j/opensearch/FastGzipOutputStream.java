package org.ocsf4j.opensearch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** gzip at level 1: events repeat themselves, so the fast level already makes them about ten times smaller. */
final class FastGzipOutputStream extends GZIPOutputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    FastGzipOutputStream(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
