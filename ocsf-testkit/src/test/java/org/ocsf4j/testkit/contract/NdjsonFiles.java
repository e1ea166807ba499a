package org.ocsf4j.testkit.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The lines of all finished files of a folder. */
final class NdjsonFiles {

    private NdjsonFiles() {}

    static List<String> lines(Path folder) {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".ndjson") || name.endsWith(".ndjson.gz")) {
                    try (InputStream raw = Files.newInputStream(file);
                            InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                            BufferedReader reader =
                                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                        reader.lines().forEach(lines::add);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
