package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the {@code plugin-descriptor.properties} that a node reads in each folder of {@code modules/} and that the
 * published jars lack.
 */
final class ModuleDescriptors {

    private ModuleDescriptors() {}

    static void write(Path home, OpenSearchVersion version) throws IOException {
        for (Path module : list(home.resolve("modules"))) {
            String name = module.getFileName().toString();
            Files.writeString(
                    module.resolve("plugin-descriptor.properties"),
                    String.join(
                            "\n",
                            "name=" + name,
                            "description=" + name,
                            "version=" + version.number(),
                            "opensearch.version=" + version.number(),
                            "java.version=" + version.oldestJava(),
                            "classname=" + pluginClass(module, name),
                            ""));
        }
    }

    /** The one class of the module's own jar whose name ends in Plugin; 2.x and 3.x name it differently. */
    private static String pluginClass(Path module, String name) throws IOException {
        for (Path jar : list(module)) {
            if (jar.getFileName().toString().startsWith(name)) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    List<String> classes = file.stream()
                            .map(JarEntry::getName)
                            .filter(entry -> entry.endsWith("Plugin.class"))
                            .collect(Collectors.toList());
                    if (classes.size() == 1) {
                        return classes.get(0).replace(".class", "").replace('/', '.');
                    }
                    throw new IOException("[" + jar + "] one class named …Plugin was expected; found " + classes
                            + "; the home's POM names a release whose layout is not known");
                }
            }
        }
        throw new IOException("[" + module + "] no jar of the module itself; the home's POM has to name it");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().collect(Collectors.toList());
        }
    }
}
