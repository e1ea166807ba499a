package org.ocsf4j.parquet.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.parquet.ParquetPlace;

/** A file or a byte array as an object, for conversions without a store. Its identity is no basis for document ids. */
public final class LocalContent implements ObjectContent {

    private final String name;
    private final long sizeBytes;
    private final @Nullable FileChannel channel;
    private final byte[] bytes;

    private LocalContent(String name, long sizeBytes, @Nullable FileChannel channel, byte[] bytes) {
        this.name = name;
        this.sizeBytes = sizeBytes;
        this.channel = channel;
        this.bytes = bytes;
    }

    /** Opens a file; closing the content closes it. */
    public static LocalContent of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new LocalContent(file.toString(), channel.size(), channel, new byte[0]);
    }

    /** Takes bytes; they are not copied. */
    public static LocalContent of(String name, byte[] bytes) {
        return new LocalContent(name, bytes.length, null, bytes);
    }

    /** What errors call an object: the name of a local one, else its location. */
    public static ParquetPlace placeOf(ObjectContent content) {
        return ParquetPlace.of(
                content instanceof LocalContent local
                        ? local.name
                        : content.identity().location().toString());
    }

    @Override
    public ObjectIdentity identity() {
        return new ObjectIdentity(new ObjectLocation("local", name.isEmpty() ? "-" : name), Long.toString(sizeBytes));
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromToIndex(position, position + length, sizeBytes);
        if (channel == null) {
            System.arraycopy(bytes, (int) position, target, offset, length);
            return;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + length - buffer.remaining()) < 0) {
                    throw new EOFException("[" + name + "] the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
