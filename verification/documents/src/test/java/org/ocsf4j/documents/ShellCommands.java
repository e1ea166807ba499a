package org.ocsf4j.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in the documents. */
final class ShellCommands {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```$");
    private static final Pattern ANY_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern SPAN = Pattern.compile("`(\\./ocsf [^`\\n]+)`");

    private ShellCommands() {}

    /** Those in blocks, in the order of the documents. */
    static List<ShellCommand> inBlocks() throws IOException {
        List<ShellCommand> commands = new ArrayList<>();
        for (Path document : Checkout.documents()) {
            Matcher blocks = BLOCK.matcher(Files.readString(document));
            while (blocks.find()) {
                commands.addAll(inBlock(name(document), blocks.group(1)));
            }
        }
        return commands;
    }

    /** Those of {@code ./ocsf} in the midst of sentences, where nothing is left out of them. */
    static List<ShellCommand> inSentences() throws IOException {
        List<ShellCommand> commands = new ArrayList<>();
        for (Path document : Checkout.documents()) {
            Matcher spans =
                    SPAN.matcher(ANY_BLOCK.matcher(Files.readString(document)).replaceAll(""));
            while (spans.find()) {
                commands.add(new ShellCommand(name(document), spans.group(1)));
            }
        }
        return commands;
    }

    static List<ShellCommand> inBlock(String document, String block) {
        List<ShellCommand> commands = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : block.lines().toList()) {
            text.append(text.length() == 0 ? line.strip() : "\n" + line);
            ShellCommand command = new ShellCommand(document, text.toString());
            if (!command.goesOn()) {
                if (!command.words().isEmpty()) {
                    commands.add(command);
                }
                text.setLength(0);
            }
        }
        if (text.length() > 0) {
            throw new IllegalStateException("[" + document + "] the command has no end; " + text);
        }
        return commands;
    }

    private static String name(Path document) {
        return Checkout.ROOT.relativize(document).toString().replace('\\', '/');
    }
}
