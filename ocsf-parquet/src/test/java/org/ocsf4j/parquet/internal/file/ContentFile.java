package org.ocsf4j.parquet.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.ocsf4j.object.ObjectContent;

/** An object's bytes as {@code parquet-hadoop} asks for them: one ranged read for each that it makes. */
public final class ContentFile implements InputFile {

    private final ObjectContent content;

    public ContentFile(ObjectContent content) {
        this.content = content;
    }

    @Override
    public long getLength() {
        return content.sizeBytes();
    }

    @Override
    public SeekableInputStream newStream() {
        return new ContentStream(content);
    }

    @Override
    public String toString() {
        return LocalContent.placeOf(content).toString();
    }

    private static final class ContentStream extends SeekableInputStream {

        private final ObjectContent content;
        private long position;

        ContentStream(ObjectContent content) {
            this.content = content;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void seek(long newPosition) {
            position = newPosition;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long left = content.sizeBytes() - position;
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = (int) Math.min(left, length);
            readFully(target, offset, count);
            return count;
        }

        @Override
        public void readFully(byte[] target) throws IOException {
            readFully(target, 0, target.length);
        }

        @Override
        public void readFully(byte[] target, int offset, int length) throws IOException {
            if (position < 0 || length > content.sizeBytes() - position) {
                throw new EOFException("the range is not inside the object; " + length + " bytes at " + position);
            }
            content.readFully(position, target, offset, length);
            position += length;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            byte[] bytes = new byte[(int) Math.min(target.remaining(), Math.max(0, content.sizeBytes() - position))];
            int count = read(bytes, 0, bytes.length);
            if (count > 0) {
                target.put(bytes, 0, count);
            }
            return bytes.length == 0 && target.hasRemaining() ? -1 : count;
        }

        @Override
        public void readFully(ByteBuffer target) throws IOException {
            int length = target.remaining();
            if (target.hasArray()) {
                readFully(target.array(), target.arrayOffset() + target.position(), length);
                target.position(target.limit());
                return;
            }
            byte[] bytes = new byte[length];
            readFully(bytes, 0, length);
            target.put(bytes);
        }
    }
}
