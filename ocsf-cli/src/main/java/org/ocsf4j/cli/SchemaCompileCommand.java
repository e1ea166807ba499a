package org.ocsf4j.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.ocsf4j.schema.compiler.CompiledMetaschema;
import org.ocsf4j.schema.compiler.MetaschemaCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles a checkout of the OCSF schema, with private extensions. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = "Compiles a metaschema folder, such as a checkout of ocsf-schema, to one JSON file.")
final class SchemaCompileCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "the folder with version.json, dictionary.json, events, objects")
    private Path folder = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "the file to write")
    private Path output = Path.of("");

    @Option(
            names = {"-e", "--extensions"},
            paramLabel = "DIR",
            description = "a folder with extensions of your own; may be given several times")
    private List<Path> extensions = List.of();

    @Override
    public Integer call() throws IOException {
        CompiledMetaschema compiled = MetaschemaCompiler.compile(folder, extensions);
        for (String warning : compiled.warnings()) {
            System.err.println("ocsf: warning: " + Printable.text(warning));
        }
        Path parent = output.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(parent, ".ocsf-schema", ".json");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                compiled.write(out);
                out.write('\n');
            }
            Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        System.err.println("ocsf: compiled " + compiled.schema() + ": "
                + compiled.schema().classes().size() + " classes, "
                + compiled.schema().objects().size() + " objects");
        return 0;
    }
}
