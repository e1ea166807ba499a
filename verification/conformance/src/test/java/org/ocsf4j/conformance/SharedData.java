package org.ocsf4j.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Files that other writers made, in {@code ../shared/data} beside the reactor. Tests over them are skipped without it. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        Path root = Path.of(System.getProperty("ocsf4j.root", "../.."))
                .toAbsolutePath()
                .normalize();
        Path folder = root.resolveSibling("shared").resolve("data").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder);
        return folder;
    }

    static List<Path> parquetFiles(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder(folder), "*.parquet")) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    static Path expectedRows(Path parquet) {
        return parquet.resolveSibling(parquet.getFileName() + ".expected.ndjson");
    }
}
