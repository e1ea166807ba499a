package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleDescriptorsTest {

    private final Path home;

    ModuleDescriptorsTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void namesThePluginClassOfTheModulesOwnJar() throws IOException {
        jar("geo", "geo-3.4.0.jar", "org/geo/GeoModulePlugin.class", "org/geo/GeoModulePlugin$1.class");
        jar("geo", "another.jar", "org/other/OtherPlugin.class");

        ModuleDescriptors.write(home, OpenSearchVersion.V3_4_0);

        assertThat(home.resolve("modules/geo/plugin-descriptor.properties"))
                .content()
                .contains("name=geo\n", "version=3.4.0\n", "java.version=21\n")
                .contains("classname=org.geo.GeoModulePlugin\n");
    }

    @Test
    void refusesAJarWithNoneOrMoreThanOne() throws IOException {
        jar("geo", "geo-3.4.0.jar", "org/geo/APlugin.class", "org/geo/BPlugin.class");

        assertThatThrownBy(() -> ModuleDescriptors.write(home, OpenSearchVersion.V3_4_0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("found [org/geo/APlugin.class, org/geo/BPlugin.class]");
    }

    @Test
    void refusesAModuleWithoutItsJar() throws IOException {
        jar("geo", "another.jar", "org/other/OtherPlugin.class");

        assertThatThrownBy(() -> ModuleDescriptors.write(home, OpenSearchVersion.V3_4_0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no jar of the module itself");
    }

    private void jar(String module, String name, String... entries) throws IOException {
        Path file =
                Files.createDirectories(home.resolve("modules").resolve(module)).resolve(name);
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
                jar.closeEntry();
            }
        }
    }
}
