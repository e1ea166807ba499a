package org.ocsf4j.object;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;

/**
 * Objects that are local files, for the command line and for tests. The bucket is {@value #BUCKET}, the key the absolute path,
 * the entity tag the MD5 of the bytes, as S3 gives it to an object of one part: equal bytes at the same path give equal ids.
 * Thread-safe.
 */
public final class LocalFileStore implements ObjectStore {

    /** The bucket that stands for the local file system. */
    public static final String BUCKET = "file";

    /** What announces a local file. */
    public static ObjectNotification notification(Path file) {
        return ObjectNotification.of(
                new ObjectLocation(BUCKET, file.toAbsolutePath().normalize().toString()));
    }

    @Override
    public ObjectContent open(ObjectNotification notification) {
        ObjectLocation location = notification.location();
        try {
            return open(location, Path.of(location.key()));
        } catch (NoSuchFileException e) {
            throw new ObjectMissingException("[" + location.key() + "] there is no such file; check the path", e);
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException("[" + location.key() + "] the file cannot be read; " + e, e);
        }
    }

    private static ObjectContent open(ObjectLocation location, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            // noted before the digest is made: a file that changes meanwhile is noticed by the first read
            FileTime modified = Files.getLastModifiedTime(file);
            long sizeBytes = channel.size();
            return new Content(new ObjectIdentity(location, md5(channel)), file, channel, sizeBytes, modified);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String md5(FileChannel channel) throws IOException {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (long at = 0; channel.read(buffer, at) > 0; buffer.clear()) {
                at += buffer.position();
                md5.update(buffer.flip());
            }
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private record Content(ObjectIdentity identity, Path file, FileChannel channel, long sizeBytes, FileTime modified)
            implements ObjectContent {

        @Override
        public Instant lastModified() {
            return modified.toInstant();
        }

        @Override
        public void readFully(long position, byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            Objects.checkFromIndexSize(position, (long) length, sizeBytes());
            try {
                ByteBuffer rest = ByteBuffer.wrap(target, offset, length);
                long at = position;
                while (rest.hasRemaining()) {
                    int read = channel.read(rest, at);
                    if (read < 0) {
                        throw changed();
                    }
                    at += read;
                }
                if (channel.size() != sizeBytes
                        || !Files.getLastModifiedTime(file).equals(modified)) {
                    throw changed();
                }
            } catch (NoSuchFileException e) {
                throw changed();
            } catch (IOException e) {
                throw new UnavailableException("[" + file + "] the file cannot be read; " + e, e);
            }
        }

        private ObjectChangedException changed() {
            return new ObjectChangedException("[" + file + "] the file was changed while it was read; begin again");
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UnavailableException("[" + file + "] the file cannot be closed; " + e, e);
            }
        }
    }
}
