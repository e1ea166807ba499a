package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.ocsf4j.failure.ConfigurationException;

/** A file that holds a secret on its first line. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * The secret, without white space behind it.
     *
     * @throws ConfigurationException where the file cannot be read
     */
    public static String firstLine(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return Objects.requireNonNull(end < 0 ? text : text.substring(0, end))
                    .stripTrailing();
        } catch (IOException e) {
            throw new ConfigurationException("[" + file + "] the secret cannot be read; " + e + "; check the path", e);
        }
    }
}
