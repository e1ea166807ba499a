package org.ocsf4j.documents;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ocsf4j.cli.Ocsf;
import org.ocsf4j.cli.worker.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code ./ocsf ingest} under their names on the command line, in a file and in the environment. */
final class WorkerOptions {

    private static final List<String> OF_EVERY_COMMAND = List.of("help", "version");

    private WorkerOptions() {}

    static String table() {
        StringBuilder table =
                new StringBuilder("| Option | In a file | In the environment | Is |\n|---|---|---|---|\n");
        CommandLine ingest =
                Objects.requireNonNull(Ocsf.commands().getSubcommands().get("ingest"), "ingest");
        ingest.getCommandSpec().options().stream()
                .filter(option -> !OF_EVERY_COMMAND.contains(Settings.name(option)))
                .sorted(Comparator.comparing(Settings::name))
                .forEach(option -> table.append(row(option)));
        return table.toString();
    }

    private static String row(OptionSpec option) {
        String value = option.paramLabel();
        String flag = "--" + Settings.name(option) + (option.arity().max() == 0 ? "" : " " + value);
        String inFile = !Settings.isInFile(option)
                ? ""
                : "`" + Settings.name(option) + (option.isMultiValue() ? ".1" : "") + "`";
        return "| `" + flag + "` | " + inFile + " | `" + Settings.variable(option) + "` | " + description(option)
                + " |\n";
    }

    private static String description(OptionSpec option) {
        return Arrays.stream(option.description())
                .collect(Collectors.joining(" "))
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))
                .replace("${COMPLETION-CANDIDATES}", candidates(option))
                .replace("|", "\\|")
                .replace("*", "\\*");
    }

    private static String candidates(OptionSpec option) {
        return option.completionCandidates() == null ? "" : String.join(", ", option.completionCandidates());
    }
}
