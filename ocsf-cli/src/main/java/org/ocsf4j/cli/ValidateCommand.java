package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.compiler.OcsfSchemas;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.SourceValidation;
import org.ocsf4j.schema.validate.ValidationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks events against the schema. */
@Command(
        name = "validate",
        description = {
            "Checks the events of Parquet and NDJSON files against the OCSF version and class that each says it is of.",
            "Exits with 1 where an event breaks a rule whose severity is error."
        })
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // the command line's parser asks for it
    private boolean help;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Parquet or NDJSON files")
    private List<Path> files = List.of();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            description = "the OCSF version to check against; each event's own if absent")
    private @Nullable String version;

    @Option(
            names = "--schema",
            paramLabel = "JSON",
            description = "a compiled schema to check against, for events of its version")
    private @Nullable Path schema;

    @Option(
            names = "--notes",
            description = "also lists notes: recommended and missing, deprecated, not as a type's expression has it")
    private boolean notes;

    @Option(names = "--json", description = "one JSON object a file, with every count and its samples")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        OcsfValidator.Builder options = OcsfValidator.builder();
        if (schema != null) {
            OcsfSchema own = OcsfSchemas.load(schema);
            options.schema(own).version(version == null ? own.version() : version);
        } else if (version != null) {
            options.version(SchemaCommand.bundled(spec, version).version());
        }
        OcsfValidator validator = options.build();
        boolean failed = false;
        for (Path file : files) {
            try {
                ValidationReport report = check(file, validator);
                System.out.println(
                        json ? JsonLine.of(out -> ValidationText.json(out, report)) : ValidationText.of(report, notes));
                failed |= report.eventsWithErrors() > 0;
            } catch (OcsfException | IOException failure) {
                System.err.println("ocsf: " + Printable.text(String.valueOf(failure.getMessage())));
                failed = true;
            }
        }
        return failed ? 1 : 0;
    }

    private static ValidationReport check(Path file, OcsfValidator validator) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("[" + file + "] there is no such file; check the path");
        }
        SourceValidation source = validator.source(file.toString());
        try (FileProgress progress = FileProgress.of(file)) {
            if (EventLines.isParquet(file)) {
                new ParquetJson().forEach(file, event -> {
                    source.check(event);
                    progress.event(0);
                });
            } else {
                EventLines.forEach(file, (line, offset, length, bytesRead) -> {
                    source.check(line, offset, length);
                    progress.event(bytesRead);
                });
            }
        }
        return source.report();
    }
}
