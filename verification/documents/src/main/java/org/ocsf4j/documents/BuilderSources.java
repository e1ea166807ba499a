package org.ocsf4j.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the public builders of a module are. */
final class BuilderSources {

    /** The modules that applications build on, with builders of options. */
    static final List<String> MODULES =
            List.of("ocsf-core", "ocsf-parquet", "ocsf-opensearch", "ocsf-aws", "ocsf-templates", "ocsf-testkit");

    /** Its builder puts a schema together, which has no options. */
    private static final Set<String> OF_DATA = Set.of("OcsfSchema.java");

    private final Path root;

    BuilderSources(Path root) {
        this.root = root;
    }

    /** The folders of all modules' sources. */
    List<Path> folders() {
        return MODULES.stream().map(this::folder).toList();
    }

    /** The files of one module that hold a public builder, by name. */
    List<Path> of(String module) throws IOException {
        try (Stream<Path> files = Files.walk(folder(module))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !OF_DATA.contains(file.getFileName().toString()))
                    .filter(BuilderSources::hasBuilder)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private Path folder(String module) {
        return root.resolve(module).resolve("src/main/java");
    }

    private static boolean hasBuilder(Path file) {
        try {
            return Files.readString(file).contains("    public static final class Builder ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
