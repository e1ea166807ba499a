package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recipes of the homes, and the versions that they pin. */
final class Homes {

    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);

    /** The pinned version of s3proxy. */
    static final String S3PROXY_VERSION = "4.1.0";

    /** The pinned version of ElasticMQ. */
    static final String ELASTICMQ_VERSION = "1.7.1";

    /** What the security plugin of 3.x needs and its zip lacks. */
    private static final String COMMONS_COLLECTIONS_VERSION = "4.5.0";

    private Homes() {}

    static ServerHome openSearch(OpenSearchVersion version) {
        return new ServerHome(
                "opensearch",
                version.number(),
                "opensearch-home.xml",
                Map.of(
                        "opensearch.version", version.number(),
                        "plugin-classloader.version", version.pluginClassLoader()),
                home -> ModuleDescriptors.write(home, version));
    }

    /** A home with the security plugin, whose jars are those of the plain home of the version. */
    static ServerHome securedOpenSearch(OpenSearchVersion version, Path plain) {
        Map<String, String> properties = new HashMap<>();
        properties.put("opensearch-security.version", version.number() + ".0");
        if (version == OpenSearchVersion.V3_4_0) {
            properties.put("commons-collections4.version", COMMONS_COLLECTIONS_VERSION);
        }
        return new ServerHome(
                "opensearch-secured", version.number(), "opensearch-security-home.xml", properties, home -> {
                    Files.createSymbolicLink(home.resolve("lib"), plain.resolve("lib"));
                    Files.createSymbolicLink(home.resolve("modules"), plain.resolve("modules"));
                    extendNothing(home.resolve("plugins").resolve("opensearch-security"));
                });
    }

    /** The plugin of 3.x extends another, which is not published and which it does without. */
    private static void extendNothing(Path plugin) throws IOException {
        Path descriptor = plugin.resolve("plugin-descriptor.properties");
        String text = Files.readString(descriptor);
        Files.writeString(descriptor, text.replaceAll("(?m)^extended\\.plugins=.*$", "extended.plugins="));
    }

    static ServerHome s3proxy() {
        return plain("s3proxy", S3PROXY_VERSION);
    }

    static ServerHome elasticMq() {
        return plain("elasticmq", ELASTICMQ_VERSION);
    }

    static ServerHome spark(String version, String scala) {
        return new ServerHome(
                "spark",
                version + "_" + scala,
                "spark-home.xml",
                Map.of("spark.version", version, "spark.scala.version", scala),
                home -> {});
    }

    private static ServerHome plain(String name, String version) {
        return new ServerHome(name, version, name + "-home.xml", Map.of(name + ".version", version), home -> {});
    }

    /** From the user's cache, with the Maven of this machine. */
    static Path resolve(ServerHome home, Consumer<String> progress) {
        return home.resolve(ServerHome.cache(), new Maven(System.getenv()), progress);
    }

    /** Where progress goes unless the caller says. */
    static void log(String line) {
        LOG.info(line);
    }
}
