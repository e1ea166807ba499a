package org.ocsf4j.cli.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.templates.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Templates as files, for Terraform and the like: a folder a kind, the name of a file is the name of the template. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes each template as a JSON file, DIR/<kind>/<name>.json: the body of a PUT.")
final class TemplatesExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "made where it is not there")
    private Path folder = Path.of(".");

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Override
    public Integer call() throws IOException {
        List<Template> templates = generator.generate();
        for (Template template : templates) {
            Path kind = folder.resolve(folderOf(template.kind()));
            Files.createDirectories(kind);
            try (OutputStream out = Files.newOutputStream(kind.resolve(template.name() + ".json"))) {
                JsonTree.write(JsonTree.parseObject(template.json().getBytes(StandardCharsets.UTF_8)), out, true);
                out.write('\n');
            }
        }
        System.out.println("wrote " + templates.size() + " files to " + folder);
        return 0;
    }

    private static String folderOf(Template.Kind kind) {
        return switch (kind) {
            case COMPONENT -> "component_templates";
            case INDEX -> "index_templates";
            case PIPELINE -> "ingest_pipelines";
            case POLICY -> "ism_policies";
            case ROLE -> "roles";
            case ROLE_MAPPING -> "role_mappings";
        };
    }
}
