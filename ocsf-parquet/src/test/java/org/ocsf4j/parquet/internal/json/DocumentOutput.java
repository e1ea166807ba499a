package org.ocsf4j.parquet.internal.json;

import java.io.OutputStream;
import org.ocsf4j.event.EventBatch;

/** Takes the bytes of one document after another straight into the buffer of a batch, up to a limit for each. */
public final class DocumentOutput extends OutputStream {

    private final int maxDocumentBytes;
    private EventBatch batch;
    private int position;

    public DocumentOutput(EventBatch batch, int maxDocumentBytes) {
        this.batch = batch;
        this.maxDocumentBytes = maxDocumentBytes;
    }

    /** Begins a document behind the batch's last. */
    public void begin(EventBatch target) {
        batch = target;
        position = target.sizeBytes();
    }

    /** Where the next byte goes. */
    public int position() {
        return position;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (length > maxDocumentBytes - (position - batch.sizeBytes())) {
            throw new DocumentTooLongException(maxDocumentBytes);
        }
        System.arraycopy(source, offset, batch.ensureRoom(position, length), position, length);
        position += length;
    }

    /** Takes out the bytes from {@code from} to {@code to}; what is behind them moves up. */
    void remove(int from, int to) {
        byte[] buffer = batch.buffer();
        System.arraycopy(buffer, to, buffer, from, position - to);
        position -= to - from;
    }

    byte byteAt(int at) {
        return batch.buffer()[at];
    }
}
