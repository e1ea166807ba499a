package org.ocsf4j.cli.worker;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that a command runs with, fit for a log: what is secret is hidden. */
public final class ShownOptions {

    private static final List<String> SECRET = List.of("--external-id", "--domain-external-id");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private ShownOptions() {}

    /** One line, {@code --queue-url=… --opensearch=…}. */
    public static String of(ParseResult parsed) {
        StringBuilder line = new StringBuilder();
        for (OptionSpec option : parsed.matchedOptions()) {
            String name = option.longestName();
            for (String value : option.originalStringValues()) {
                line.append(line.isEmpty() ? "" : " ").append(name).append('=').append(shown(name, value));
            }
        }
        return line.toString();
    }

    private static String shown(String name, String value) {
        return SECRET.contains(name)
                ? "***"
                : USER_INFO.matcher(value).replaceAll("//***@").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
