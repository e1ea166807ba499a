package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The entity tag of a file: the MD5 of its bytes, kept in the extended attribute where s3proxy looks for it.
 *
 * <p>A second attribute says for which size and modification time the tag was computed, so that a file overwritten in
 * place gets a new tag, as an object would.
 */
final class EntityTagStamp {

    /** s3proxy's attribute: 16 bytes of MD5, or more for an object put in parts. */
    private static final String TAG = "user.content-md5";

    private static final String STAMP = "user.ocsf4j-tagged";
    private static final int MD5_BYTES = 16;

    private EntityTagStamp() {}

    /** Tags the file unless its tag is of its present bytes. */
    static void refresh(Path file) throws IOException {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp =
                    facts.size() + ":" + facts.lastModifiedTime().to(TimeUnit.NANOSECONDS) + ":" + facts.fileKey();
            UserDefinedFileAttributeView view = view(file);
            List<String> names = view.list();
            if (names.contains(STAMP) && names.contains(TAG) && stamp.equals(read(view, STAMP))) {
                return;
            }
            boolean putInParts = !names.contains(STAMP) && names.contains(TAG) && view.size(TAG) != MD5_BYTES;
            if (!putInParts) {
                view.write(TAG, ByteBuffer.wrap(md5(file)));
            }
            view.write(STAMP, StandardCharsets.US_ASCII.encode(stamp));
        } catch (NoSuchFileException gone) {
            // deleted meanwhile: the store answers for it
        }
    }

    /** Whether files in the folder keep extended attributes. */
    static boolean isSupported(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe", "");
        try {
            view(probe).write(STAMP, StandardCharsets.US_ASCII.encode("probe"));
            return "probe".equals(read(view(probe), STAMP));
        } catch (IOException | UnsupportedOperationException refused) {
            return false;
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static UserDefinedFileAttributeView view(Path file) {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException("no extended attributes on " + file);
        }
        return view;
    }

    private static String read(UserDefinedFileAttributeView view, String name) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        value.flip();
        return StandardCharsets.US_ASCII.decode(value).toString();
    }

    private static byte[] md5(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
        byte[] block = new byte[64 * 1024];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return digest.digest();
    }
}
