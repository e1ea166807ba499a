package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java installations of this machine: the running one, those that the environment names ({@code JAVA_HOME},
 * {@code JAVA21_HOME}, {@code JAVA_HOME_21_X64}), and those in the usual folders, told apart by their {@code release}
 * files.
 */
final class JavaHomes {

    private static final Pattern HOME_VARIABLE = Pattern.compile("JAVA_?(\\d+_)?HOME(_\\d+.*)?");
    private static final Pattern RELEASE_VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    private final Path running;
    private final Map<String, String> environment;
    private final List<Path> folders;

    JavaHomes(Path running, Map<String, String> environment, List<Path> folders) {
        this.running = running;
        this.environment = Map.copyOf(environment);
        this.folders = List.copyOf(folders);
    }

    static JavaHomes ofThisMachine() {
        Path user = Path.of(System.getProperty("user.home", "."));
        return new JavaHomes(
                Path.of(System.getProperty("java.home")),
                System.getenv(),
                List.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt/java"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        user.resolve(".jdks"),
                        user.resolve(".sdkman/candidates/java")));
    }

    /** The running Java when it is new enough, else the oldest that is. */
    Optional<Path> find(int oldestFeature) {
        if (feature(running) >= oldestFeature) {
            return Optional.of(running);
        }
        Path best = null;
        int bestFeature = Integer.MAX_VALUE;
        for (Path home : others()) {
            int feature = feature(home);
            if (feature >= oldestFeature && feature < bestFeature) {
                best = home;
                bestFeature = feature;
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Path> others() {
        List<Path> homes = new ArrayList<>();
        environment.forEach((name, value) -> {
            if (HOME_VARIABLE.matcher(name).matches()) {
                addPath(homes, value);
            }
        });
        for (Path folder : folders) {
            try (Stream<Path> children = Files.list(folder)) {
                children.forEach(child -> {
                    homes.add(child);
                    homes.add(child.resolve("Contents/Home"));
                });
            } catch (IOException absent) {
                // most of these folders are absent on most machines
            }
        }
        return homes;
    }

    private static void addPath(List<Path> homes, String value) {
        try {
            homes.add(Path.of(value));
        } catch (InvalidPathException notAPath) {
            // someone else's variable
        }
    }

    /** 0 for what is no Java home. */
    private static int feature(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return 0;
        }
        try {
            Matcher version = RELEASE_VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
