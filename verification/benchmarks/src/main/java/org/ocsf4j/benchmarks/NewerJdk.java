package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds a JDK of version 21 or newer on this machine. */
final class NewerJdk {

    private static final int OLDEST = 21;

    private NewerJdk() {}

    /**
     * The home of the newest one.
     *
     * @param given where the user says that one is
     * @return null where there is none
     */
    static @Nullable Path find(@Nullable Path given) {
        Path best = null;
        for (Path home : given == null ? places() : List.of(given)) {
            if (version(home) >= OLDEST && (best == null || version(home) > version(best))) {
                best = home;
            }
        }
        return best;
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        places.add(Path.of(System.getProperty("java.home")));
        Path user = Path.of(System.getProperty("user.home"));
        List<Path> folders = List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt/java"),
                user.resolve(".sdkman/candidates/java"),
                user.resolve(".jdks"),
                Path.of("/Library/Java/JavaVirtualMachines"));
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder)) {
                    for (Path home : homes) {
                        places.add(home);
                        places.add(home.resolve("Contents/Home"));
                    }
                } catch (IOException e) {
                    Progress.say("not searched: " + folder + "; " + e);
                }
            }
        }
        return places;
    }

    /** The feature version, or 0 where it is no JDK. */
    private static int version(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.exists(home.resolve("bin/javac"))) {
            return 0;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
            String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }
}
