package org.ocsf4j.testkit.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Maven as a child process, found in {@code MAVEN_HOME}, {@code M2_HOME} or on the PATH. */
final class Maven {

    private static final int TAIL_LINES = 20;
    private static final int FILES_PER_PROGRESS_LINE = 25;

    private final Map<String, String> environment;

    Maven(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Packages one POM with the local repository of this build; the process ends with this call. */
    void run(String context, Path pom, Map<String, String> properties, Consumer<String> progress) throws IOException {
        List<String> command = new ArrayList<>(List.of(find(context).toString(), "-B", "-f", pom.toString()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        String repository = System.getProperty("maven.repo.local", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.add("package");

        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(pom.toAbsolutePath().resolveSibling("").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            Deque<String> tail = follow(context, process, progress);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new LocalServerException(context + "Maven could not fetch its jars; exit code " + exit
                        + "; see the lines below, most often a network, a proxy or a mirror in ~/.m2/settings.xml, then try"
                        + " again\n" + String.join("\n", tail));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LocalServerException(context + "interrupted while Maven fetched its jars; try again", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Deque<String> follow(String context, Process process, Consumer<String> progress) throws IOException {
        Deque<String> tail = new ArrayDeque<>();
        int files = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("Downloaded from")) {
                    files++;
                    if (files % FILES_PER_PROGRESS_LINE == 0) {
                        progress.accept(context + files + " files fetched");
                    }
                } else if (!line.startsWith("[INFO]") && !line.contains("Downloading from") && !line.isBlank()) {
                    tail.add(line);
                    if (tail.size() > TAIL_LINES) {
                        tail.remove();
                    }
                }
            }
        }
        return tail;
    }

    private Path find(String context) {
        List<String> folders = new ArrayList<>();
        for (String variable : List.of("MAVEN_HOME", "M2_HOME")) {
            String home = environment.getOrDefault(variable, "");
            if (!home.isEmpty()) {
                folders.add(home + "/bin");
            }
        }
        folders.addAll(List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)));
        for (String folder : folders) {
            try {
                Path mvn = Path.of(folder, "mvn");
                if (mvn.isAbsolute() && Files.isRegularFile(mvn) && Files.isExecutable(mvn)) {
                    return mvn;
                }
            } catch (InvalidPathException notAFolder) {
                // a PATH may hold anything
            }
        }
        throw new LocalServerException(
                context + "Maven is needed once to fetch its jars; mvn is neither in MAVEN_HOME nor"
                        + " on the PATH; install Maven 3.8.7 or newer or set MAVEN_HOME");
    }
}
