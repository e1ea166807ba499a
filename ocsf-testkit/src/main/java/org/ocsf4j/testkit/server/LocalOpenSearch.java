package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch node of its own process on a free port of 127.0.0.1: plain HTTP, no security, one node.
 *
 * <p>The first start of a version puts its home together with Maven (under a minute, 55 MB in the user's cache); later
 * ones take some seconds. Thread-safe. Who starts it closes it; it also ends when this process ends, however it ends.
 */
public final class LocalOpenSearch implements AutoCloseable {

    /** Names the version that {@link #start()} and {@link #shared()} take; the default is 2.19.4. */
    public static final String VERSION_PROPERTY = "ocsf4j.opensearch.version";

    /** The node's heap in megabytes unless the builder says. */
    public static final int DEFAULT_HEAP_MEGABYTES = 512;

    /** The user of a secured node that may do everything. */
    public static final String ADMIN = "admin";

    /** The password of every user of a secured node. */
    public static final String PASSWORD = "admin";

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(60);

    private static @Nullable LocalOpenSearch sharedNode;

    private final OpenSearchVersion version;
    private final ServerProcess process;
    private final URI uri;
    private final boolean shared;
    private final @Nullable Path certificate;

    private LocalOpenSearch(
            OpenSearchVersion version, ServerProcess process, URI uri, boolean shared, @Nullable Path certificate) {
        this.certificate = certificate;
        this.version = version;
        this.process = process;
        this.uri = uri;
        this.shared = shared;
    }

    /**
     * Starts a node with the defaults and waits until it is ready.
     *
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static LocalOpenSearch start() {
        return builder().start();
    }

    /** A node with other than the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * One node for the whole life of this JVM, started by the first call; {@code close()} does nothing to it. Tests that
     * share it keep apart by the names of their indexes.
     *
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static synchronized LocalOpenSearch shared() {
        LocalOpenSearch node = sharedNode;
        if (node == null) {
            node = builder().start(true);
            sharedNode = node;
            Runtime.getRuntime().addShutdownHook(new Thread(node.process::close, "stop-shared-opensearch"));
        }
        return node;
    }

    /** Whether this machine has a Java that runs the version. */
    public static boolean isAvailable(OpenSearchVersion version) {
        return JavaHomes.ofThisMachine().find(version.oldestJava()).isPresent();
    }

    /** {@code http://127.0.0.1:port}, {@code https} where the node is secured. */
    public URI uri() {
        return uri;
    }

    /** The release that runs. */
    public OpenSearchVersion version() {
        return version;
    }

    /** The certificate that a secured node shows, PEM; gone when the node is closed. */
    public Path certificate() {
        if (certificate == null) {
            throw new IllegalStateException("[opensearch-" + version.number() + "] not secured; build it with secured");
        }
        return certificate;
    }

    /** The process id, to measure or to kill it. */
    public long pid() {
        return process.pid();
    }

    /** What the node says; deleted when it is closed. */
    public Path logFile() {
        return process.logFile();
    }

    /** Ends the node and waits for its end; its temporary data are deleted. A second call does nothing. */
    @Override
    public void close() {
        if (!shared) {
            process.close();
        }
    }

    /** Settings of a node to be started. Not thread-safe; can start more than one. */
    public static final class Builder {

        private OpenSearchVersion version =
                OpenSearchVersion.of(System.getProperty(VERSION_PROPERTY, OpenSearchVersion.V2_19_4.number()));
        private int heapMegabytes = DEFAULT_HEAP_MEGABYTES;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<String> jvmArguments = new ArrayList<>();
        private @Nullable Map<String, String> writers;
        private @Nullable Path dataDir;
        private @Nullable Path javaHome;
        private Consumer<String> progress = Homes::log;

        private Builder() {}

        /** The release. The default is what the property {@value #VERSION_PROPERTY} names, else 2.19.4. */
        public Builder version(OpenSearchVersion version) {
            this.version = Objects.requireNonNull(version, "version");
            return this;
        }

        /** The heap, in megabytes. The default is {@value #DEFAULT_HEAP_MEGABYTES}. */
        public Builder heapMegabytes(int heapMegabytes) {
            if (heapMegabytes < 128) {
                throw new IllegalArgumentException(
                        "[OpenSearch] heap too small; " + heapMegabytes + " MB; give it 128 or more");
            }
            this.heapMegabytes = heapMegabytes;
            return this;
        }

        /** A line of {@code opensearch.yml}; replaces one of the same name. The default is a single node on 127.0.0.1. */
        public Builder setting(String name, String value) {
            settings.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /** One more argument of the node's JVM. The default is the serial collector and the first compiler only; both come before it. */
        public Builder jvmArgument(String argument) {
            jvmArguments.add(Objects.requireNonNull(argument, "argument"));
            return this;
        }

        /**
         * With the security plugin: TLS with a certificate of its own and basic authentication. There is {@link #ADMIN}, who may
         * do everything, and any number of writers; all with {@link #PASSWORD}. The default is no security.
         *
         * @param writers users by name, and the pattern of the indices that each may create and write
         */
        public Builder secured(Map<String, String> writers) {
            this.writers = Map.copyOf(writers);
            return this;
        }

        /** Where the indexes are kept, also after {@code close()}. The default is a temporary folder. */
        public Builder dataDir(Path dataDir) {
            this.dataDir = dataDir.toAbsolutePath();
            return this;
        }

        /** The Java that runs the node. The default is the running one, else the oldest found that is new enough. */
        public Builder javaHome(Path javaHome) {
            this.javaHome = javaHome.toAbsolutePath();
            return this;
        }

        /** Takes a line now and then while the home is assembled. The default is the log, at level info. */
        public Builder progress(Consumer<String> progress) {
            this.progress = Objects.requireNonNull(progress, "progress");
            return this;
        }

        /**
         * Starts the node and waits until it is ready.
         *
         * @throws LocalServerException when it cannot be assembled or started
         */
        public LocalOpenSearch start() {
            return start(false);
        }

        private LocalOpenSearch start(boolean shared) {
            String name = "opensearch-" + version.number();
            Path java = javaHome != null ? javaHome : findJava();
            Path home = Homes.resolve(Homes.openSearch(version), progress);
            if (writers != null) {
                home = Homes.resolve(Homes.securedOpenSearch(version, home), progress);
            }
            RunFolder runFolder = RunFolder.create(name);
            Map<String, String> all = new LinkedHashMap<>();
            if (writers != null) {
                all.putAll(NodeSecurity.write(runFolder, writers));
            }
            all.putAll(settings);
            NodeConfiguration.write(runFolder, dataDir, all);
            ServerProcess process = ServerProcess.start(
                    name,
                    runFolder,
                    java,
                    home,
                    jvmArguments(),
                    List.of("opensearch", home.toString(), runFolder.path().toString()));
            int port = process.awaitPort();
            if (writers != null) {
                Path certificate = NodeSecurity.certificate(runFolder);
                URI uri = URI.create("https://127.0.0.1:" + port);
                awaitSecurity(process, uri, certificate);
                return new LocalOpenSearch(version, process, uri, shared, certificate);
            }
            URI uri = URI.create("http://127.0.0.1:" + port);
            awaitYellow(process, uri);
            return new LocalOpenSearch(version, process, uri, shared, null);
        }

        private List<String> jvmArguments() {
            List<String> arguments = new ArrayList<>();
            arguments.add("-Xms" + heapMegabytes + "m");
            arguments.add("-Xmx" + heapMegabytes + "m");
            arguments.add("-Dlog4j2.level=INFO");
            arguments.addAll(jvmArguments);
            return arguments;
        }

        private Path findJava() {
            Optional<Path> java = JavaHomes.ofThisMachine().find(version.oldestJava());
            return java.orElseThrow(() -> new LocalServerException("[opensearch-" + version.number() + "] needs Java "
                    + version.oldestJava() + " or newer; none found; install one or set JAVA" + version.oldestJava()
                    + "_HOME"));
        }

        /** The plugin answers 503 until it has read its files into its index. */
        private static void awaitSecurity(ServerProcess process, URI uri, Path certificate) {
            long deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
            try {
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(NodeSecurity.trusting(certificate))
                        .build();
                HttpRequest request = HttpRequest.newBuilder(uri.resolve("/_cluster/health?wait_for_status=yellow"))
                        .header("Authorization", NodeSecurity.basic(ADMIN, PASSWORD))
                        .timeout(READY_TIMEOUT)
                        .build();
                int status = 0;
                while (status != 200 && System.nanoTime() < deadline) {
                    status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status != 200) {
                        Thread.sleep(100);
                    }
                }
                if (status != 200) {
                    throw process.failed("not ready; " + uri + " answered " + status, null);
                }
            } catch (IOException | GeneralSecurityException failure) {
                throw process.failed("not ready; " + uri + " did not answer", failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw process.failed("interrupted while it started", stopped);
            }
        }

        private static void awaitYellow(ServerProcess process, URI uri) {
            URI health = uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=60s");
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(health).timeout(READY_TIMEOUT).build();
                int status = HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    throw process.failed("not ready; " + health + " answered " + status, null);
                }
            } catch (IOException failure) {
                throw process.failed("not ready; " + health + " did not answer", failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw process.failed("interrupted while it started", stopped);
            }
        }
    }
}
