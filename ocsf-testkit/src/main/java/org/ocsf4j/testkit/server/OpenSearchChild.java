package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** Starts a node inside its own process, by reflection: one class for every OpenSearch version. */
final class OpenSearchChild {

    private OpenSearchChild() {}

    /**
     * Starts a node with the settings of {@code config/opensearch.yml}.
     *
     * @param home holds {@code modules/}
     * @param runFolder holds {@code config/}, and {@code logs/} where the node writes its ports
     * @return the HTTP port
     */
    static int start(Path home, Path runFolder) throws ReflectiveOperationException, IOException {
        Class<?> settings = Class.forName("org.opensearch.common.settings.Settings");
        Class<?> environment = Class.forName("org.opensearch.env.Environment");
        Method prepare = Class.forName("org.opensearch.node.InternalSettingsPreparer")
                .getMethod("prepareEnvironment", settings, Map.class, Path.class, Supplier.class);
        Supplier<String> nodeName = () -> "local";
        Object prepared = prepare.invoke(
                null,
                settings.getField("EMPTY").get(null),
                Map.of("path.home", home.toString()),
                runFolder.resolve("config"),
                nodeName);
        Class<?> node = Class.forName("org.opensearch.node.Node");
        node.getMethod("start").invoke(node.getConstructor(environment).newInstance(prepared));
        return httpPort(runFolder.resolve("logs").resolve("http.ports"));
    }

    private static int httpPort(Path portsFile) throws IOException {
        String address = Files.readAllLines(portsFile).get(0);
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1).trim());
    }
}
