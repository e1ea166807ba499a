package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real S3 server (s3proxy) of its own process on a free port of 127.0.0.1, over a folder.
 *
 * <p>It checks signatures of version 4, serves ranges, suffix ranges and {@code If-Match}, and wants path-style requests.
 * A bucket is a sub-folder and an object a file in it, both ways: a file copied there by anyone is an object at once,
 * its entity tag the MD5 of its bytes, of the new ones when it is overwritten. The first request that meets a file reads
 * it whole for its tag. The tag is kept in an extended attribute of the file, so the folder has to be on
 * a file system with those (ext4, xfs, btrfs, overlayfs; tmpfs from Linux 6.6).
 *
 * <p>Thread-safe. Who starts it closes it; it also ends when this process ends, however it ends.
 */
public final class LocalS3 implements AutoCloseable {

    private static final String NAME = "s3";
    private static final String ACCESS_KEY = "local-access-key";
    private static final String SECRET_KEY = "local-secret-key";
    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private final ServerProcess process;
    private final URI endpoint;
    private final Path dataDir;

    private LocalS3(ServerProcess process, URI endpoint, Path dataDir) {
        this.process = process;
        this.endpoint = endpoint;
        this.dataDir = dataDir;
    }

    /**
     * Starts over a temporary folder that goes with the server.
     *
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static LocalS3 start() {
        return start(null, Homes::log);
    }

    /**
     * Starts over a folder that stays; its sub-folders are the buckets.
     *
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static LocalS3 start(Path dataDir) {
        return start(dataDir, Homes::log);
    }

    /**
     * Starts, and says now and then how far the assembly of its home is.
     *
     * @param dataDir the folder of the buckets, or null for a temporary one
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static LocalS3 start(@Nullable Path dataDir, Consumer<String> progress) {
        Path home = Homes.resolve(Homes.s3proxy(), progress);
        RunFolder runFolder = RunFolder.create(NAME);
        Path data = prepare(runFolder, dataDir);
        ServerProcess process = ServerProcess.start(
                NAME,
                runFolder,
                Path.of(System.getProperty("java.home")),
                home,
                List.of("-Xmx256m"),
                List.of("s3", data.toString(), ACCESS_KEY, SECRET_KEY));
        return new LocalS3(process, URI.create("http://127.0.0.1:" + process.awaitPort()), data);
    }

    private static Path prepare(RunFolder runFolder, @Nullable Path dataDir) {
        Path data = dataDir != null ? dataDir : runFolder.path().resolve("data");
        try {
            Path real = Files.createDirectories(data).toRealPath();
            if (EntityTagStamp.isSupported(real)) {
                return real;
            }
        } catch (IOException failure) {
            runFolder.close();
            throw new LocalServerException("[s3] cannot use its folder; " + data + "; see the cause", failure);
        }
        runFolder.close();
        throw new LocalServerException("[s3] entity tags need extended attributes and the file system has none; " + data
                + "; choose a folder on ext4, xfs or btrfs, for temporary ones with -Djava.io.tmpdir");
    }

    /** {@code http://127.0.0.1:port}; buckets are addressed in the path. */
    public URI endpoint() {
        return endpoint;
    }

    /** The access key id that requests are signed with. */
    public String accessKey() {
        return ACCESS_KEY;
    }

    /** The secret key that requests are signed with; another is answered 403. */
    public String secretKey() {
        return SECRET_KEY;
    }

    /** The region that requests are signed for. */
    public String region() {
        return LocalSqs.REGION;
    }

    /** The folder of the buckets. */
    public Path dataDir() {
        return dataDir;
    }

    /**
     * Makes a bucket, unless it is there.
     *
     * @return its folder
     * @throws IllegalArgumentException when S3 would not take the name
     */
    public Path createBucket(String name) {
        Path folder = bucketDir(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new LocalServerException(
                    "[s3] cannot make the bucket's folder; " + folder + "; see the cause", failure);
        }
    }

    /**
     * The folder behind a bucket: the file {@code a/b.parquet} in it is the object with that key.
     *
     * @throws IllegalArgumentException when S3 would not take the name
     */
    public Path bucketDir(String name) {
        if (!BUCKET_NAME.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException(
                    "[s3] no bucket name; " + name + "; take 3 to 63 of a-z, 0-9, hyphen and single dots");
        }
        return dataDir.resolve(name);
    }

    /** The process id, to measure or to kill it. */
    public long pid() {
        return process.pid();
    }

    /** What the server says; deleted when it is closed. */
    public Path logFile() {
        return process.logFile();
    }

    /** Ends the server and waits for its end; temporary data are deleted. A second call does nothing. */
    @Override
    public void close() {
        process.close();
    }
}
