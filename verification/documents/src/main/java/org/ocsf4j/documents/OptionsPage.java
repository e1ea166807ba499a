package org.ocsf4j.documents;

import java.io.IOException;
import java.nio.file.Path;

/** {@code docs/options.md}: the options of every public builder, and of the worker. */
final class OptionsPage {

    private static final String HEAD =
            """
            # Options

            The options of every public builder, by module, and of the worker. This page is made from the code and its Javadoc by
            `%s`; a test compares them.

            Builders are not thread-safe; what they build is described in its Javadoc. `build()` checks the options and connects to
            nothing. "To be given" says that `build()` refuses to do without. A type in the argument of `builder(…)` is always to be given.
            """;

    private static final String WORKER =
            """

            ## The worker

            `./ocsf ingest` takes each option from the command line, else from the environment, else from the file of `--config`. Of an option
            that may be repeated, `where.1`, `where.2` are the names in a file of properties; in YAML it is a list, and the environment holds
            one value. Secrets are no options: [where they come from](command-line.md#secured-destinations). The function on Lambda has
            [variables of its own](how-to-lambda.md#variables-of-the-function).

            """;

    private OptionsPage() {}

    static Page of(Path root) throws IOException {
        BuilderSources sources = new BuilderSources(root);
        BuilderReader reader = new BuilderReader(sources.folders());
        StringBuilder page = new StringBuilder(HEAD.formatted(Pages.COMMAND));
        for (String module : BuilderSources.MODULES) {
            page.append("\n## ").append(module).append('\n');
            for (PublicBuilder builder : reader.read(sources.of(module))) {
                append(page, builder);
            }
        }
        page.append(WORKER).append(WorkerOptions.table());
        return new Page("docs/options.md", page.toString());
    }

    private static void append(StringBuilder page, PublicBuilder builder) {
        page.append("\n### ").append(builder.product()).append("\n\n");
        page.append(builder.purpose()).append(" `").append(builder.start()).append("`\n\n");
        page.append("| Option | Default | Is |\n|---|---|---|\n");
        for (BuilderOption option : builder.options()) {
            page.append("| `").append(option.signature()).append("` | ");
            page.append(option.defaultValue()).append(" | ");
            page.append(option.description()).append(" |\n");
        }
    }
}
