package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Instant LATER = Instant.MAX;

    private final Path root;

    RunFolderTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void goesWithAllInItAndWithItsLock() throws IOException {
        RunFolder folder = RunFolder.create(root, "s3");
        Files.writeString(
                Files.createDirectories(folder.path().resolve("data/b")).resolve("object"), "bytes");

        folder.close();

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void deletesALinkAndNotItsTarget() throws IOException {
        Path kept =
                Files.writeString(Files.createDirectory(root.resolve("kept")).resolve("file"), "bytes");
        RunFolder folder = RunFolder.create(root, "s3");
        Files.createSymbolicLink(folder.path().resolve("link"), kept.getParent());

        folder.close();

        assertThat(folder.path()).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void sweepsWhatADeadProcessLeft() throws IOException {
        leave("sqs-dead");

        RunFolder.sweep(root, LATER);

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void sweepsNeitherALiveFolderNorAFreshOne() throws IOException {
        Path fresh = leave("sqs-fresh");
        try (RunFolder live = RunFolder.create(root, "s3")) {
            assertThat(fresh).exists();

            RunFolder.sweep(root, LATER);

            assertThat(live.path()).exists();
            assertThat(fresh).doesNotExist();
        }
    }

    @Test
    void aSweepDoesNotGiveUpTheLocksOfItsOwnProcess() throws Exception {
        try (RunFolder live = RunFolder.create(root, "s3")) {
            RunFolder.sweep(root, LATER);

            Process probe = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path", ""),
                            LockProbe.class.getName(),
                            live.path() + ".lock")
                    .start();
            assertThat(probe.waitFor())
                    .as("another process finds the folder in use")
                    .isEqualTo(1);
        }
    }

    private Path leave(String name) throws IOException {
        Files.createFile(root.resolve(name + ".lock"));
        Path folder = Files.createDirectory(root.resolve(name));
        Files.writeString(folder.resolve("server.log"), "the end");
        return folder;
    }
}
