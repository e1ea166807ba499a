package org.ocsf4j.cli.worker;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command's options from three places, the strongest first: the command line, the environment ({@code OCSF_QUEUE_URL} for
 * {@code --queue-url}), a file of properties ({@code queue-url=…}; {@code where.1=…}, {@code where.2=…} for an option that may be
 * repeated) or, where its name ends in {@code .yaml} or {@code .yml}, of YAML ({@code queue-url: …}, a list for such an option). What the weaker ones add is put in front of the command line, so that it is parsed and checked like it.
 */
public final class Settings {

    private static final String CONFIG = "config";
    private static final String ENVIRONMENT_PREFIX = "OCSF_";
    private static final List<String> OF_COMMAND_LINE = List.of("help", "version", CONFIG);

    private final CommandSpec command;
    private final List<String> arguments;
    private final Map<String, String> environment;

    /** For one command; {@code arguments} are those behind its name. */
    public Settings(CommandSpec command, List<String> arguments, Map<String, String> environment) {
        this.command = command;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
    }

    /**
     * The arguments with what environment and file add.
     *
     * @throws ConfigurationException where the file cannot be read or has a key that is no option
     */
    public List<String> merged() {
        Map<String, SortedMap<Integer, String>> file = file();
        List<String> merged = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            String name = name(option);
            SortedMap<Integer, String> inFile = file.remove(name);
            if (!isInFile(option) || isGiven(option)) {
                continue;
            }
            String inEnvironment = environment.get(variable(name));
            if (inEnvironment != null) {
                merged.add("--" + name + "=" + inEnvironment);
            } else if (inFile != null) {
                inFile.values().forEach(value -> merged.add("--" + name + "=" + value));
            }
        }
        if (!file.isEmpty()) {
            throw new ConfigurationException("[" + configFile() + "] not an option of " + command.name() + "; "
                    + file.keySet().iterator().next() + "; ocsf " + command.name() + " --help lists them");
        }
        merged.addAll(arguments);
        return merged;
    }

    private boolean isGiven(OptionSpec option) {
        return Arrays.stream(option.names())
                .anyMatch(name -> arguments.stream().anyMatch(a -> a.equals(name) || a.startsWith(name + "=")));
    }

    /** The name of an option in a file: the longest of the command line without its dashes. */
    public static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** The name of an option in the environment. */
    public static String variable(OptionSpec option) {
        return variable(name(option));
    }

    /** Whether a file may hold the option. */
    public static boolean isInFile(OptionSpec option) {
        return !OF_COMMAND_LINE.contains(name(option));
    }

    private static String variable(String name) {
        return ENVIRONMENT_PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private @Nullable String configFile() {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--" + CONFIG + "=")) {
                return arguments.get(i).substring(CONFIG.length() + 3);
            }
            if (arguments.get(i).equals("--" + CONFIG) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return environment.get(variable(CONFIG));
    }

    /** Values by option, those of one option in the order of their numbers. */
    private Map<String, SortedMap<Integer, String>> file() {
        Map<String, SortedMap<Integer, String>> values = new TreeMap<>();
        String file = configFile();
        if (file != null && YamlFile.isOne(file)) {
            return YamlFile.read(Path.of(file));
        }
        if (file != null) {
            Properties properties = read(Path.of(file));
            for (String key : properties.stringPropertyNames()) {
                int dot = key.lastIndexOf('.');
                boolean numbered = dot > 0 && key.substring(dot + 1).matches("[0-9]{1,6}");
                values.computeIfAbsent(numbered ? key.substring(0, dot) : key, k -> new TreeMap<>())
                        .put(numbered ? Integer.parseInt(key.substring(dot + 1)) : -1, properties.getProperty(key));
            }
        }
        return values;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "[" + file + "] the configuration cannot be read; " + e + "; check the path and its lines", e);
        }
    }
}
