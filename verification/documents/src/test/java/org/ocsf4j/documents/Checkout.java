package org.ocsf4j.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the documents are part of. */
final class Checkout {

    static final Path ROOT =
            Path.of(System.getProperty("ocsf4j.root", "../..")).toAbsolutePath().normalize();

    private Checkout() {}

    /** The README and the pages of {@code docs}, by name. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            pages.filter(page -> page.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }
}
