package org.ocsf4j.fuzz.file;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on so many bytes and drops the rest. */
final class CappedOutput extends OutputStream {

    private final OutputStream out;
    private long left;

    CappedOutput(OutputStream out, long bytes) {
        this.out = out;
        left = bytes;
    }

    @Override
    public void write(int b) throws IOException {
        if (left > 0) {
            out.write(b);
            left--;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int passed = (int) Math.min(left, length);
        out.write(bytes, offset, passed);
        left -= passed;
    }
}
