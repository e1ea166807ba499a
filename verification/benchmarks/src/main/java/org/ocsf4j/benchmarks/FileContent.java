package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** A local file as an object, without the digest that the file store makes of it: no other way computes one. */
final class FileContent implements ObjectContent {

    private final ObjectIdentity identity;
    private final FileChannel channel;
    private final long sizeBytes;

    FileContent(Path file) throws IOException {
        identity = new ObjectIdentity(new ObjectLocation("file", file.toString()), "benchmark");
        channel = FileChannel.open(file, StandardOpenOption.READ);
        sizeBytes = channel.size();
    }

    @Override
    public ObjectIdentity identity() {
        return identity;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        ByteBuffer rest = ByteBuffer.wrap(target, offset, length);
        try {
            for (long at = position; rest.hasRemaining(); ) {
                int read = channel.read(rest, at);
                if (read < 0) {
                    throw new UnavailableException("[" + identity + "] the file ends early; at " + at);
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UnavailableException("[" + identity + "] the file cannot be read; " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnavailableException("[" + identity + "] the file cannot be closed; " + e, e);
        }
    }
}
