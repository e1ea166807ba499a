package org.ocsf4j.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function as it is deployed.
 *
 * @param root what Lambda unpacks to {@code /var/task}
 * @param handler the name of its class
 * @param sizeBytes of what is uploaded
 */
record Deployment(Path root, String handler, long sizeBytes) {

    /** The example's jar, unpacked as Lambda unpacks it. */
    static Deployment ofExample(Path target, Path root) throws IOException {
        Path jar = single(target.resolve("function"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root)) {
                    throw new IOException("[" + jar + "] an entry leaves its folder; " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip.getInputStream(entry), file);
                }
            }
        }
        return new Deployment(root, "org.ocsf4j.example.lambda.Function::handleRequest", Files.size(jar));
    }

    /** {@link AvroFunction} with its libraries in {@code lib}, the other way to deploy. */
    static Deployment ofAvro(Path target, Path root) throws IOException {
        Path lib = Files.createDirectories(root.resolve("lib"));
        long sizeBytes = 0;
        for (Path jar : jars(target.resolve("avro-lib"))) {
            String name = jar.getFileName().toString();
            boolean ours = name.startsWith("ocsf-");
            if (!ours || name.startsWith("ocsf-core-")) { // which has the JSON reader
                Files.createSymbolicLink(lib.resolve(name), jar.toAbsolutePath());
            }
            sizeBytes += ours ? 0 : Files.size(jar);
        }
        for (Path jar : jars(target)) {
            Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar.toAbsolutePath());
        }
        return new Deployment(root, AvroFunction.class.getName() + "::handleRequest", sizeBytes);
    }

    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Path single(Path folder) throws IOException {
        List<Path> jars = jars(folder);
        if (jars.size() != 1) {
            throw new IOException("[" + folder + "] not one jar but " + jars.size() + "; build with mvn package");
        }
        return jars.get(0);
    }
}
