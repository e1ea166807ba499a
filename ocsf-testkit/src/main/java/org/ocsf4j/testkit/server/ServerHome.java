package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server's jars in a folder of the user's cache, put together by Maven the first time.
 *
 * <p>The folder's name ends in a hash of its recipe, so a changed recipe makes a new one. It is assembled under another
 * name and renamed when whole; a file lock makes other processes wait for the one that assembles.
 *
 * @param name of the server, the first word of its folder
 * @param version the second word
 * @param pom the resource of this package with its dependencies
 * @param properties passed to the POM
 * @param finish what is left to do in the assembled folder
 */
record ServerHome(String name, String version, String pom, Map<String, String> properties, Finish finish) {

    private static final String HALF_PREFIX = ".assembling-";
    private static final Object ONE_AT_A_TIME = new Object();

    /** The last step of an assembly. */
    @FunctionalInterface
    interface Finish {
        void accept(Path home) throws IOException;
    }

    ServerHome {
        properties = Map.copyOf(properties);
    }

    /** {@code ${XDG_CACHE_HOME:-~/.cache}/ocsf4j/homes}. */
    static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path root =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return root.resolve("ocsf4j").resolve("homes");
    }

    /** The home, assembled when it is not in the cache; waits while another process assembles it. */
    Path resolve(Path cache, Maven maven, Consumer<String> progress) {
        byte[] recipe = readPom();
        Path home = cache.resolve(name + "-" + version + "-" + fingerprint(recipe));
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(cache);
            synchronized (ONE_AT_A_TIME) {
                try (FileChannel lock = FileChannel.open(
                        cache.resolve("." + home.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
                    awaitLock(lock, progress);
                    if (!Files.isDirectory(home)) {
                        assemble(home, recipe, maven, progress);
                    }
                    return home;
                }
            }
        } catch (IOException failure) {
            throw new LocalServerException(
                    context() + "cannot assemble its home; " + home
                            + "; see that the folder is writable or set XDG_CACHE_HOME, then try again",
                    failure);
        }
    }

    /** Until the channel is closed. */
    private void awaitLock(FileChannel channel, Consumer<String> progress) throws IOException {
        if (channel.tryLock() == null) {
            progress.accept(context() + "another process is assembling its home; waiting for it");
            channel.lock();
        }
    }

    private void assemble(Path home, byte[] recipe, Maven maven, Consumer<String> progress) throws IOException {
        long started = System.nanoTime();
        progress.accept(context() + "assembling its home with Maven, once; " + home);
        removeHalves(home);
        Path half =
                Files.createDirectory(home.resolveSibling(HALF_PREFIX + home.getFileName() + "-" + UUID.randomUUID()));
        try {
            Path pomFile = Files.write(half.resolve("pom.xml"), recipe);
            Map<String, String> all = new TreeMap<>(properties);
            all.put("ocsf4j.home", half.toString());
            maven.run(context(), pomFile, all, progress);
            finish.accept(half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failure) {
            FileTrees.delete(half);
            throw failure;
        }
        progress.accept(context() + "assembled in " + (System.nanoTime() - started) / 1_000_000_000 + " s");
    }

    /** What a killed assembly left; the lock is held, so none is under way. */
    private static void removeHalves(Path home) throws IOException {
        List<Path> halves;
        try (Stream<Path> entries = Files.list(home.resolveSibling(""))) {
            halves = entries.filter(
                            entry -> entry.getFileName().toString().startsWith(HALF_PREFIX + home.getFileName() + "-"))
                    .collect(Collectors.toList());
        }
        for (Path half : halves) {
            FileTrees.delete(half);
        }
    }

    private byte[] readPom() {
        try (InputStream resource = ServerHome.class.getResourceAsStream(pom)) {
            if (resource == null) {
                throw new IllegalStateException("[testkit] resource missing; " + pom + "; the jar is broken");
            }
            return resource.readAllBytes();
        } catch (IOException failure) {
            throw new LocalServerException("[testkit] resource unreadable; " + pom + "; the jar is broken", failure);
        }
    }

    private String fingerprint(byte[] recipe) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(recipe);
            digest.update(new TreeMap<>(properties).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private String context() {
        return "[" + name + " " + version + "] ";
    }
}
