package org.ocsf4j.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterReader;

/** All letters of a folder. */
final class LetterFiles {

    private LetterFiles() {}

    static List<DeadLetter> read(Path folder) {
        List<DeadLetter> letters = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (DeadLetterReader reader = DeadLetterReader.open(file)) {
                    for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
                        letters.add(letter);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }
}
