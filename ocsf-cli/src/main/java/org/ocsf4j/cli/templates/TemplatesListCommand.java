package org.ocsf4j.cli.templates;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.templates.TemplateGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many fields each class has: the report on the budget. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists the classes that get a template, and how many fields each has; OpenSearch's limit is 1,000.")
final class TemplatesListCommand implements Callable<Integer> {

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Option(names = "--json", description = "one JSON object a class")
    private boolean json;

    @Override
    public Integer call() {
        Map<OcsfClass, Integer> counts = TemplateGenerator.fieldCounts(generator.templates(), generator.ownSchemas());
        if (!json) {
            System.out.printf(Locale.ROOT, "%-12s %8s %-36s %6s%n", "version", "uid", "class", "fields");
        }
        counts.forEach((c, fields) -> {
            if (json) {
                System.out.printf(
                        Locale.ROOT,
                        "{\"version\":\"%s\",\"class_uid\":%d,\"class\":\"%s\",\"fields\":%d}%n",
                        c.version(),
                        c.uid(),
                        c.name(),
                        fields);
            } else {
                System.out.printf(Locale.ROOT, "%-12s %8d %-36s %6d%n", c.version(), c.uid(), c.name(), fields);
            }
        });
        return 0;
    }
}
