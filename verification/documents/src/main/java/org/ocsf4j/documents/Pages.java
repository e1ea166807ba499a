package org.ocsf4j.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pages that are made from code. */
final class Pages {

    /** What renews them. */
    static final String COMMAND = "verification/documents/renew";

    private Pages() {}

    /** Writes them into a checkout. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        for (Page page : of(root)) {
            Files.writeString(root.resolve(page.path()), page.text());
            System.out.println("wrote " + page.path());
        }
    }

    static List<Page> of(Path root) throws IOException {
        return List.of(OptionsPage.of(root), FieldsPage.of());
    }
}
