package org.ocsf4j.cli.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.templates.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Templates as they are sent. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints templates as they are sent to OpenSearch; without names, the names of all.")
final class TemplatesShowCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "such as ocsf-settings")
    private List<String> names = List.of();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Option(names = "--json", description = "on one line each")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Template> templates = generator.generate();
        if (names.isEmpty()) {
            templates.forEach(t -> System.out.println(t.kind().caption() + '\t' + t.name()));
            return 0;
        }
        for (String name : names) {
            List<Template> found =
                    templates.stream().filter(t -> t.name().equals(name)).toList();
            if (found.isEmpty()) {
                throw generator.wrong(
                        "no template has this name; " + name + "; without a name all names are listed", null);
            }
            for (Template template : found) {
                if (json) {
                    System.out.println(template.json());
                } else {
                    JsonTree.write(
                            JsonTree.parseObject(template.json().getBytes(StandardCharsets.UTF_8)), System.out, true);
                    System.out.println();
                }
            }
        }
        System.out.flush();
        return 0;
    }
}
