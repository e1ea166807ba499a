package org.ocsf4j.examples.worker;

import java.nio.file.Path;

/** Where this example's files are. */
final class Project {

    private Project() {}

    static Path file(String name) {
        return Path.of(System.getProperty("ocsf4j.root", "../.."), "examples", "worker")
                .resolve(name);
    }
}
