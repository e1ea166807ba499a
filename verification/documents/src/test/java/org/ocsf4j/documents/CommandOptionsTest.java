package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ocsf4j.cli.Ocsf;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command of {@code ./ocsf} in a document has the options that the document writes, and every option is in a document. */
final class CommandOptionsTest {

    private static final Set<String> OF_EVERY_COMMAND = Set.of("--help", "--version");

    @Test
    void everyCommandInABlockCanBeRead() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (ShellCommand command : ShellCommands.inBlocks()) {
            if (command.isOcsf() && !command.isSynopsis()) {
                try {
                    Ocsf.commands().parseArgs(command.arguments().toArray(String[]::new));
                } catch (CommandLine.ParameterException e) {
                    wrong.add(command + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOptionInASynopsisOrASentenceExists() throws IOException {
        List<ShellCommand> commands = new ArrayList<>(ShellCommands.inSentences());
        ShellCommands.inBlocks().stream()
                .filter(command -> command.isOcsf() && command.isSynopsis())
                .forEach(commands::add);
        List<String> wrong = new ArrayList<>();
        for (ShellCommand command : commands) {
            wrong.addAll(unknown(command));
        }
        assertThat(commands).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOptionIsInADocument() throws IOException {
        String pages = Files.readString(Checkout.ROOT.resolve("docs/command-line.md"))
                + Files.readString(Checkout.ROOT.resolve("docs/templates.md"))
                + Files.readString(Checkout.ROOT.resolve("docs/options.md"));
        List<String> missing = new ArrayList<>();
        collect("ocsf", Ocsf.commands().getCommandSpec(), pages, missing);
        assertThat(missing).isEmpty();
    }

    @Test
    void findsAnOptionThatIsNotThere() {
        assertThat(unknown(new ShellCommand("d", "./ocsf templates list [--jsonn] [--versions all]")))
                .containsExactly("d: ./ocsf templates list [--jsonn] [--versions all]: --jsonn");
        assertThat(unknown(new ShellCommand("d", "./ocsf convert FILE... [-x]")))
                .hasSize(1);
        assertThat(unknown(new ShellCommand("d", "./ocsf no-such"))).hasSize(1);
    }

    private static List<String> unknown(ShellCommand command) {
        CommandSpec spec = Ocsf.commands().getCommandSpec();
        List<String> wrong = new ArrayList<>();
        boolean inNames = true;
        for (String argument : command.arguments()) {
            String word = argument.replaceAll("^\\[+|[\\].…]+$", "");
            CommandLine subcommand = spec.subcommands().get(word);
            if (inNames && subcommand != null) {
                spec = subcommand.getCommandSpec();
            } else if (word.startsWith("-")) {
                inNames = false;
                String name = word.replaceFirst("=.*", "");
                if (spec.findOption(name) == null) {
                    wrong.add(command + ": " + name);
                }
            } else {
                if (inNames
                        && !spec.subcommands().isEmpty()
                        && spec.positionalParameters().isEmpty()) {
                    wrong.add(command + ": " + word);
                }
                inNames = false;
            }
        }
        return wrong;
    }

    private static void collect(String command, CommandSpec spec, String pages, List<String> missing) {
        for (OptionSpec option : spec.options()) {
            boolean named = Arrays.stream(option.names())
                    .anyMatch(name -> OF_EVERY_COMMAND.contains(name)
                            || Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
                                    .matcher(pages)
                                    .find());
            if (!named) {
                missing.add(command + " " + option.longestName());
            }
        }
        spec.subcommands().forEach((name, sub) -> collect(command + " " + name, sub.getCommandSpec(), pages, missing));
    }
}
