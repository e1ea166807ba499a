package org.ocsf4j.parquet.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.parquet.ParquetPlace;

/** A file, a channel or a byte array as an object, for conversions without a store. Its identity is no basis for document ids. */
public final class LocalContent implements ObjectContent {

    private final String name;
    private final long sizeBytes;
    private final @Nullable SeekableByteChannel channel;
    private final boolean closesChannel;
    private final byte[] bytes;

    private LocalContent(
            String name, long sizeBytes, @Nullable SeekableByteChannel channel, boolean closesChannel, byte[] bytes) {
        this.closesChannel = closesChannel;
        this.name = name;
        this.sizeBytes = sizeBytes;
        this.channel = channel;
        this.bytes = bytes;
    }

    /** Opens a file; closing the content closes it. */
    public static LocalContent of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new LocalContent(file.toString(), channel.size(), channel, true, new byte[0]);
    }

    /** Takes a channel that closing the content closes. */
    static LocalContent owning(String name, FileChannel channel) throws IOException {
        return new LocalContent(name, channel.size(), channel, true, new byte[0]);
    }

    /** Takes a channel, which stays open. That of a file keeps its position, of another it is moved. */
    public static LocalContent of(String name, SeekableByteChannel channel) throws IOException {
        return new LocalContent(name, channel.size(), channel, false, new byte[0]);
    }

    /** Takes bytes; they are not copied. */
    public static LocalContent of(String name, byte[] bytes) {
        return new LocalContent(name, bytes.length, null, false, bytes);
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
            if (channel instanceof FileChannel file) {
                readFile(file, position, buffer);
            } else {
                readChannel(channel, position, buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readFile(FileChannel file, long position, ByteBuffer buffer) throws IOException {
        long end = position + buffer.remaining();
        while (buffer.hasRemaining()) {
            requireMore(file.read(buffer, end - buffer.remaining()));
        }
    }

    /** A channel has one position, so that threads take turns. */
    private synchronized void readChannel(SeekableByteChannel any, long position, ByteBuffer buffer)
            throws IOException {
        any.position(position);
        while (buffer.hasRemaining()) {
            requireMore(any.read(buffer));
        }
    }

    private void requireMore(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException("[" + name + "] it became shorter while it was read");
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null && closesChannel) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
