package org.ocsf4j.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        Path file = Path.of(location.key());
        try {
            String md5 = md5(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Content(new ObjectIdentity(location, md5), file, channel, channel.size(), lastModified(file));
        } catch (NoSuchFileException e) {
            throw new ObjectMissingException("[" + location.key() + "] there is no such file; check the path", e);
        } catch (IOException e) {
            throw new ConfigurationException("[" + location.key() + "] the file cannot be read; " + e, e);
        }
    }

    private static String md5(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                md5.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static long lastModified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    private record Content(ObjectIdentity identity, Path file, FileChannel channel, long sizeBytes, long modifiedMillis)
            implements ObjectContent {

        @Override
        public void readFully(long position, byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (position < 0 || length < 0 || position > sizeBytes - length) {
                throw new IndexOutOfBoundsException("[" + file + "] the range is outside the file; " + position + ", "
                        + length + " bytes of " + sizeBytes);
            }
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
                if (channel.size() != sizeBytes || lastModified(file) != modifiedMillis) {
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
