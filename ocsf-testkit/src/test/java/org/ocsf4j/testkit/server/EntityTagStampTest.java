package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityTagStampTest {

    private static final String TAG = "user.content-md5";
    private static final String MD5_OF_A = "0cc175b9c0f1b6a831c399e269772661";
    private static final String MD5_OF_B = "92eb5ffee6ae2fec3ad71c777531578f";

    private final Path folder;

    EntityTagStampTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void needExtendedAttributes() throws IOException {
        assumeTrue(EntityTagStamp.isSupported(folder), "no extended attributes in " + folder);
    }

    @Test
    void tagsAFileWithTheMd5OfItsBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("object"), "a");

        EntityTagStamp.refresh(file);

        assertThat(tag(file)).isEqualTo(MD5_OF_A);
    }

    @Test
    void readsTheBytesNoMoreThanOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("object"), "a");
        EntityTagStamp.refresh(file);
        FileTime modified = Files.getLastModifiedTime(file);
        Files.writeString(file, "b");
        Files.setLastModifiedTime(file, modified);

        EntityTagStamp.refresh(file);

        assertThat(tag(file)).isEqualTo(MD5_OF_A);
    }

    @Test
    void tagsAnewWhatWasOverwrittenInPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("object"), "a");
        EntityTagStamp.refresh(file);
        Files.writeString(file, "b");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        EntityTagStamp.refresh(file);

        assertThat(tag(file)).isEqualTo(MD5_OF_B);
    }

    @Test
    void trustsNoTagThatWasCopiedAlong() throws IOException {
        Path original = Files.writeString(folder.resolve("original"), "a");
        EntityTagStamp.refresh(original);
        Path copy = folder.resolve("copy");
        Files.copy(original, copy, StandardCopyOption.COPY_ATTRIBUTES);
        FileTime modified = Files.getLastModifiedTime(copy);
        Files.writeString(copy, "b");
        Files.setLastModifiedTime(copy, modified);

        EntityTagStamp.refresh(copy);

        assertThat(tag(copy)).isEqualTo(MD5_OF_B);
    }

    @Test
    void keepsTheTagOfAnObjectPutInParts() throws IOException {
        Path file = Files.writeString(folder.resolve("object"), "a");
        String inParts = "\"" + MD5_OF_A + "-2\"";
        view(file).write(TAG, StandardCharsets.US_ASCII.encode(inParts));

        EntityTagStamp.refresh(file);
        EntityTagStamp.refresh(file);

        assertThat(new String(read(file), StandardCharsets.US_ASCII)).isEqualTo(inParts);
    }

    @Test
    void leavesAMissingFileToTheStore() throws IOException {
        Path missing = folder.resolve("missing");

        EntityTagStamp.refresh(missing);

        assertThat(missing).doesNotExist();
    }

    private static String tag(Path file) throws IOException {
        return HexFormat.of().formatHex(read(file));
    }

    private static byte[] read(Path file) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(view(file).size(TAG));
        view(file).read(TAG, value);
        return value.array();
    }

    private static UserDefinedFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    }
}
