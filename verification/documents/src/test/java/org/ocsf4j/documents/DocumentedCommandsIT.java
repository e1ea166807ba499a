package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every command of {@code ./ocsf}, and every question to {@code $OPENSEARCH}, as the documents have them, each document from its
 * beginning, against real servers on this machine. What cannot be run here is in {@code not-run.txt}, with the reason. The property
 * {@code ocsf4j.document} names one document, such as {@code docs/tutorial.md}, to run alone.
 */
final class DocumentedCommandsIT {

    @SuppressWarnings("NullAway.Init") // JUnit calls startServers
    private static Stage stage;

    @BeforeAll
    static void startServers() throws Exception {
        stage = Stage.set(Path.of("").toAbsolutePath());
    }

    @AfterAll
    static void stopServers() {
        stage.close();
    }

    @Test
    void whatIsNotRunIsInADocument() throws IOException {
        List<String> texts = ShellCommands.inBlocks().stream()
                .map(command -> String.join(" ", command.words()))
                .toList();
        assertThat(texts).containsAll(notRun());
    }

    @TestFactory
    List<DynamicContainer> run() throws IOException {
        List<String> notRun = notRun();
        List<DynamicContainer> documents = new ArrayList<>();
        List<ShellCommand> commands = ShellCommands.inBlocks();
        for (String document :
                commands.stream().map(ShellCommand::document).distinct().toList()) {
            if (!document.contains(System.getProperty("ocsf4j.document", ""))) {
                continue;
            }
            List<DynamicTest> tests = new ArrayList<>();
            tests.add(DynamicTest.dynamicTest("its files", () -> stage.filesOf(document)));
            commands.stream()
                    .filter(command -> command.document().equals(document))
                    .filter(command -> !command.isSynopsis())
                    .filter(command -> command.isOcsf() || stage.isQuestion(command))
                    .filter(command -> !notRun.contains(String.join(" ", command.words())))
                    .forEach(command -> tests.add(DynamicTest.dynamicTest(command.text(), () -> stage.run(command))));
            documents.add(DynamicContainer.dynamicContainer(document, tests));
        }
        return documents;
    }

    private static List<String> notRun() throws IOException {
        try (var in = DocumentedCommandsIT.class.getResourceAsStream("not-run.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
