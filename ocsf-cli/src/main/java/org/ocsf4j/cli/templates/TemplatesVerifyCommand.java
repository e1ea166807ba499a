package org.ocsf4j.cli.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.cli.OpenSearchOptions;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.templates.Drift;
import org.ocsf4j.templates.Template;
import org.ocsf4j.templates.TemplateInstaller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is installed beside what should be. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Names each difference between what is installed and what the same options would install.",
            "Exit code 0 where there is none, 1 where there are some."
        })
final class TemplatesVerifyCommand implements Callable<Integer> {

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Option(names = "--json", description = "one JSON object a difference")
    private boolean json;

    @Override
    public Integer call() throws java.io.IOException {
        List<Template> templates = generator.generate();
        List<Drift> drifts;
        try (OpenSearchAdmin admin = openSearch.admin().build()) {
            drifts = TemplateInstaller.verify(admin, templates);
        }
        for (Drift drift : drifts) {
            if (json) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("kind", drift.kind().name().toLowerCase(Locale.ROOT));
                line.put("name", drift.name());
                line.put("path", drift.path());
                line.put("wanted", orNull(drift.wanted()));
                line.put("found", orNull(drift.found()));
                JsonTree.write(line, System.out, false);
                System.out.println();
            } else {
                System.out.println(drift);
            }
        }
        if (!json) {
            System.out.println(
                    templates.size() + " in all; " + (drifts.isEmpty() ? "no drift" : drifts.size() + " differences"));
        }
        return drifts.isEmpty() ? 0 : 1;
    }

    private static Object orNull(@Nullable String value) {
        return value == null ? JsonTree.NULL : value;
    }
}
