package org.ocsf4j.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.notification.ObjectNotification;

class LocalFileStoreTest {

    private final Path folder;
    private final Path file;

    LocalFileStoreTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        file = folder.resolve("é vents.parquet");
        Files.writeString(file, "0123456789");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }

    @Test
    void namesAFileByItsAbsolutePathAndTheDigestOfItsBytes() {
        try (ObjectContent content = open(folder.resolve(".").resolve("é vents.parquet"))) {
            assertThat(content.identity().location()).isEqualTo(new ObjectLocation("file", file.toString()));
            assertThat(content.identity().eTag()).isEqualTo("781e5e245d69b566979b86e28d23f2c7");
            assertThat(content.sizeBytes()).isEqualTo(10);
        }
    }

    @Test
    void equalBytesAtTheSamePathAreTheSameObject() throws IOException {
        ObjectIdentity before = identity();
        Files.delete(file);
        Files.writeString(file, "0123456789");

        assertThat(identity()).isEqualTo(before);
    }

    @Test
    void otherBytesAtTheSamePathAreAnotherObject() throws IOException {
        ObjectIdentity before = identity();
        Files.writeString(file, "012345678X");

        assertThat(identity()).isNotEqualTo(before);
    }

    @Test
    void readsARangeIntoTheMiddleOfAnArray() {
        try (ObjectContent content = open(file)) {
            byte[] target = "abcdef".getBytes(StandardCharsets.US_ASCII);
            content.readFully(7, target, 2, 3);

            assertThat(target).asString().isEqualTo("ab789f");
        }
    }

    @Test
    void refusesRangesOutsideTheFileOrTheArray() {
        try (ObjectContent content = open(file)) {
            byte[] target = new byte[20];

            assertThatThrownBy(() -> content.readFully(8, target, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> content.readFully(-1, target, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> content.readFully(0, target, 19, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> content.readFully(Long.MAX_VALUE, target, 0, 1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void noticesThatTheFileWasOverwritten() throws IOException {
        try (ObjectContent content = open(file)) {
            Files.writeString(file, "ABCDEFGHIJ");

            assertChanged(content);
        }
    }

    @Test
    void noticesThatTheFileWasTruncated() throws IOException {
        try (ObjectContent content = open(file)) {
            Files.writeString(file, "01");

            assertChanged(content);
        }
    }

    @Test
    void noticesThatAnotherFileTookItsPlace() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "ABCDEFGHIJ");
        try (ObjectContent content = open(file)) {
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

            assertChanged(content);
        }
    }

    @Test
    void noticesThatTheFileIsGone() throws IOException {
        try (ObjectContent content = open(file)) {
            Files.delete(file);

            assertChanged(content);
        }
    }

    @Test
    void aFileThatIsNotThereIsAMissingObject() {
        assertThatThrownBy(() -> open(folder.resolve("none")))
                .isInstanceOf(ObjectMissingException.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void aFolderCannotBeRead() {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aKeyThatIsNoPathIsAWrongSetUp() {
        assertThatThrownBy(() -> new LocalFileStore().open(ObjectNotification.of(new ObjectLocation("file", "a\0b"))))
                .isInstanceOf(ConfigurationException.class);
    }

    private static void assertChanged(ObjectContent content) {
        assertThatThrownBy(() -> content.readFully(0, new byte[10], 0, 10)).isInstanceOf(ObjectChangedException.class);
    }

    private ObjectIdentity identity() {
        try (ObjectContent content = open(file)) {
            return content.identity();
        }
    }

    private static ObjectContent open(Path file) {
        return new LocalFileStore().open(LocalFileStore.notification(file));
    }
}
