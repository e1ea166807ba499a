package org.ocsf4j.documents;

import java.util.List;

/**
 * A public builder and its options.
 *
 * @param product the class that it builds
 * @param purpose the first sentence about that class, in Markdown
 * @param start the call that makes the builder
 * @param options in the order of the source
 */
record PublicBuilder(String product, String purpose, String start, List<BuilderOption> options) {

    PublicBuilder {
        options = List.copyOf(options);
    }
}
