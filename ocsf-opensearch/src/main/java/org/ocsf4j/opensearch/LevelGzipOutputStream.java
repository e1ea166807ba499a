package org.ocsf4j.opensearch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** gzip at a chosen level. Events repeat themselves: the fast level already makes them about ten times smaller. */
final class LevelGzipOutputStream extends GZIPOutputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    LevelGzipOutputStream(OutputStream out, int level) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(level);
    }
}
