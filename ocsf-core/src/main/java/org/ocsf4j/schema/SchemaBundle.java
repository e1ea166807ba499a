package org.ocsf4j.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bundled versions: {@code versions.txt} names them, {@code <version>.bin} holds each. What runs here and in
 * {@link SchemaReader} runs once in a process, mostly at its start, where the first lambda, pattern, stream or concatenation by
 * {@code +} costs more than all the reading: hence none of them.
 */
final class SchemaBundle {

    private static final Map<String, OcsfSchema> LOADED = new ConcurrentHashMap<>();

    private SchemaBundle() {}

    static List<String> versions() {
        return Index.VERSIONS;
    }

    static @Nullable OcsfSchema find(String version) {
        OcsfSchema loaded = LOADED.get(version);
        if (loaded != null || !Index.VERSIONS.contains(version)) {
            return loaded;
        }
        OcsfSchema read = new SchemaReader(
                        Index.STRINGS, resource("bundle/".concat(version).concat(".bin")))
                .read();
        OcsfSchema first = LOADED.putIfAbsent(version, read);
        return first == null ? read : first;
    }

    /** The resource's bytes. */
    static byte[] resource(String name) {
        try (InputStream in = SchemaBundle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("[ocsf-core] the resource is missing; " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Index {

        private static final List<String> VERSIONS =
                List.of(new String(resource("bundle/versions.txt"), StandardCharsets.US_ASCII)
                        .strip()
                        .split("\n", -1));
        private static final StringTable STRINGS = new StringTable(resource("bundle/strings.bin"));
    }
}
