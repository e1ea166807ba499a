package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ocsf4j.events.Events;

/** What the documents name exists: classes, and files that links lead to. */
final class DocumentsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("ocsf4j.root", "../..")).toAbsolutePath().normalize();

    /** Fenced blocks hold commands and examples, whose own types need not exist. */
    private static final Pattern FENCED_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    private static final Pattern CODE_SPAN = Pattern.compile("`([^`\\n]+)`");

    /** Two words or more in capitals, at the start of the span or behind a package or other delimiter. */
    private static final Pattern TYPE_NAME =
            Pattern.compile("(?<![A-Za-z0-9_.$@:-])(?:[a-z0-9]+\\.)*((?:[A-Z][a-z0-9]+){2,})(?![A-Za-z0-9_:*-])");

    private static final Pattern OWN_IMPORT = Pattern.compile("(?m)^import (org\\.ocsf4j\\.[\\w.]+);$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Set<String> FOLDERS_OF_TOOLS = Set.of("target", ".git", ".idea", ".vscode");

    /** Their types are those of the code, the JDK's among them. */
    private static final Set<Path> MADE_FROM_CODE =
            Set.of(ROOT.resolve("docs/options.md"), ROOT.resolve("docs/fields.md"));

    private static final String EVENTS = Events.class.getPackageName() + ".";

    private static final List<Path> DOCUMENTS = new ArrayList<>();
    private static final Set<String> TYPES = new HashSet<>();
    private static final Set<String> QUALIFIED_TYPES = new HashSet<>();

    @BeforeAll
    static void walkTheTree() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = FOLDERS_OF_TOOLS.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                enter(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void enter(Path file) {
        String path = ROOT.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".java")) {
            String name = file.getFileName().toString();
            TYPES.add(name.substring(0, name.length() - ".java".length()));
            int packages = path.indexOf("/java/org/");
            if (packages >= 0) {
                String qualified = path.substring(packages + "/java/".length(), path.length() - ".java".length());
                QUALIFIED_TYPES.add(qualified.replace('/', '.'));
            }
        } else if (path.endsWith(".md") && (path.indexOf('/') < 0 || path.startsWith("docs/"))) {
            DOCUMENTS.add(file);
        }
    }

    @Test
    void findsTheDocumentsAndTheSources() {
        assertThat(DOCUMENTS).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/json-contract.md"));
        assertThat(TYPES).contains("OcsfPipeline", "DocumentsTest");
    }

    @Test
    void everyClassThatADocumentNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path document : DOCUMENTS) {
            if (MADE_FROM_CODE.contains(document)) {
                continue;
            }
            String text = Files.readString(document);
            for (String name : namedTypes(text)) {
                if (!TYPES.contains(name) && !isGenerated(name)) {
                    missing.add(ROOT.relativize(document) + " names " + name);
                }
            }
            Matcher imports = OWN_IMPORT.matcher(text);
            while (imports.find()) {
                String type = imports.group(1);
                boolean generated = type.startsWith(EVENTS) && isGenerated(type.substring(EVENTS.length()));
                if (!QUALIFIED_TYPES.contains(type) && !generated) {
                    missing.add(ROOT.relativize(document) + " imports " + type);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Whether the build makes it: its source is nowhere but below {@code target}. */
    private static boolean isGenerated(String name) {
        return Events.class.getResource(name + ".class") != null;
    }

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : DOCUMENTS) {
            for (String target : relativeLinks(Files.readString(document))) {
                if (!Files.exists(document.resolveSibling(target))) {
                    broken.add(ROOT.relativize(document) + " links to " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void takesForTypesWhatLooksLikeOne() {
        assertThat(namedTypes("`EventSink.write(batch)`, `org.ocsf4j.event.EventBatch`, `new ParquetJson()`"))
                .containsExactly("EventSink", "EventBatch", "ParquetJson");
        assertThat(namedTypes(
                        "EventSink, `Remedy`, `ObjectRemoved:*`, `s3:TestEvent`, `@NullMarked`, `*IT`, `queueUrl`"))
                .isEmpty();
        assertThat(namedTypes("```java\nfinal class MySink {} // `MySink`\n```\n`OtherSink`"))
                .containsExactly("OtherSink");
    }

    @Test
    void takesForLinksWhatLeadsIntoTheTree() {
        assertThat(relativeLinks("[a](b.md#c) [d](https://example.org/) [e](#f) [g](../h.md)"))
                .containsExactly("b.md", "../h.md");
    }

    private static List<String> namedTypes(String markdown) {
        List<String> names = new ArrayList<>();
        Matcher spans = CODE_SPAN.matcher(FENCED_BLOCK.matcher(markdown).replaceAll(""));
        while (spans.find()) {
            Matcher types = TYPE_NAME.matcher(spans.group(1));
            while (types.find()) {
                names.add(types.group(1));
            }
        }
        return names;
    }

    private static List<String> relativeLinks(String markdown) {
        List<String> targets = new ArrayList<>();
        Matcher links = LINK.matcher(FENCED_BLOCK.matcher(markdown).replaceAll(""));
        while (links.find()) {
            String target = links.group(1).replaceFirst("#.*", "");
            if (!target.isEmpty() && !target.matches("[a-z]+:.*")) {
                targets.add(target);
            }
        }
        return targets;
    }
}
