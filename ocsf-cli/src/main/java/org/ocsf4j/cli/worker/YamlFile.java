package org.ocsf4j.cli.worker;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ocsf4j.failure.ConfigurationException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A flat YAML file of options: a text for each, a list of texts for one that may be repeated. Scalars are texts as they stand: a port is
 * not a number, {@code no} is not false. No tags, no duplicate keys, no aliases of collections, at most {@value #MOST_CHARACTERS}
 * characters.
 */
final class YamlFile {

    private static final int MOST_CHARACTERS = 1 << 18;

    private YamlFile() {}

    static boolean isOne(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Values by option, those of one option in their order. */
    static Map<String, SortedMap<Integer, String>> read(Path file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Object tree = new Load(settings).loadFromReader(reader);
            if (!(tree instanceof Map<?, ?> options)) {
                throw wrong(file, "it is no mapping of options to values");
            }
            Map<String, SortedMap<Integer, String>> values = new TreeMap<>();
            for (Map.Entry<?, ?> option : options.entrySet()) {
                values.put(String.valueOf(option.getKey()), values(file, option));
            }
            return values;
        } catch (IOException | YamlEngineException e) {
            throw new ConfigurationException(
                    "[" + file + "] the configuration cannot be read; " + e.getMessage()
                            + "; check the path and its lines",
                    e);
        }
    }

    private static SortedMap<Integer, String> values(Path file, Map.Entry<?, ?> option) {
        List<?> entries = option.getValue() instanceof List<?> list ? list : List.of(option.getValue());
        SortedMap<Integer, String> values = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!(entries.get(i) instanceof String value)) {
                throw wrong(file, option.getKey() + " is neither a text nor a list of texts");
            }
            values.put(i, value);
        }
        return values;
    }

    private static ConfigurationException wrong(Path file, String problem) {
        return new ConfigurationException("[" + file + "] the configuration cannot be read; " + problem
                + "; write lines like queue-url: https://…, and a list for an option that is repeated");
    }
}
