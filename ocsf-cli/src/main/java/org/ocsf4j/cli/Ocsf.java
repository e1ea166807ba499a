package org.ocsf4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ocsf4j.cli.backfill.BackfillCommand;
import org.ocsf4j.cli.dashboards.DashboardsCommand;
import org.ocsf4j.cli.doctor.DoctorCommand;
import org.ocsf4j.cli.templates.TemplatesCommand;
import org.ocsf4j.cli.worker.Settings;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command: data on stdout, progress and logs on stderr, exit 0 on full success, 1 on failure, 2 on usage. */
@Command(
        name = "ocsf",
        mixinStandardHelpOptions = true,
        version = "ocsf4j 0.1.0-SNAPSHOT",
        description = "Carries OCSF security events from Parquet objects to OpenSearch.",
        subcommands = {
            BackfillCommand.class,
            ConvertCommand.class,
            DashboardsCommand.class,
            DoctorCommand.class,
            InspectCommand.class,
            IngestCommand.class,
            LabCommand.class,
            RedriveCommand.class,
            SchemaCommand.class,
            TemplatesCommand.class,
            ValidateCommand.class
        })
public final class Ocsf {

    private Ocsf() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** All commands with their options, for who describes them. */
    public static CommandLine commands() {
        return new CommandLine(new Ocsf());
    }

    /** Runs a command and returns its exit code. */
    public static int execute(String... args) {
        CommandLine commands = commands();
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            String message = failure instanceof OcsfException || failure.getMessage() != null
                    ? String.valueOf(failure.getMessage())
                    : failure.toString();
            command.getErr().println("ocsf: " + message);
            if (System.getenv("OCSF_STACK") != null) {
                failure.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        try {
            return commands.execute(withSettings(commands, args));
        } catch (ConfigurationException e) {
            commands.getErr().println("ocsf: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    /** {@code ingest} takes options from the environment and a file too. */
    private static String[] withSettings(CommandLine commands, String[] args) {
        CommandLine ingest = commands.getSubcommands().get("ingest");
        if (ingest == null || args.length == 0 || !args[0].equals(ingest.getCommandName())) {
            return args;
        }
        List<String> merged = new ArrayList<>(List.of(args[0]));
        merged.addAll(
                new Settings(ingest.getCommandSpec(), Arrays.asList(args).subList(1, args.length), System.getenv())
                        .merged());
        return merged.toArray(String[]::new);
    }
}
