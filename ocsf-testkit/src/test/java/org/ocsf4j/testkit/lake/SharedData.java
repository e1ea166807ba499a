package org.ocsf4j.testkit.lake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of facts beside the project; tests over it are skipped where it is absent. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("ocsf4j.root", "."))
                .resolve("../shared/data")
                .resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no folder " + folder.normalize());
        return folder;
    }
}
