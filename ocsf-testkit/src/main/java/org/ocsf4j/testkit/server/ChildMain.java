package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The main class of every server process: starts the server, publishes its port, and lives as long as its parent.
 *
 * <p>The parent holds the other end of standard input and never writes. Its end of file says that the parent is gone,
 * also after {@code kill -9}; the process then removes its run folder and halts. This class and the ones it starts use
 * the JDK only: they stand alone on the class path of the server.
 */
final class ChildMain {

    static final String PORT_FILE = "port";

    /** The lock file stands beside the run folder, with this after its name. */
    static final String LOCK_SUFFIX = ".lock";

    private static final int DELETE_ATTEMPTS = 10;

    private ChildMain() {}

    /** Arguments: the run folder, which server, and the server's own arguments. */
    public static void main(String[] arguments) {
        Path runFolder = Path.of(arguments[0]);
        Thread lifeline = new Thread(() -> haltWithParent(runFolder), "parent-watch");
        lifeline.start();
        try {
            publish(runFolder, start(arguments));
        } catch (Throwable failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static int start(String[] arguments) throws ReflectiveOperationException, IOException {
        return switch (arguments[1]) {
            case "opensearch" -> OpenSearchChild.start(Path.of(arguments[2]), Path.of(arguments[3]));
            case "s3" -> S3Child.start(Path.of(arguments[2]), arguments[3], arguments[4]);
            case "sqs" -> SqsChild.start(arguments[2], arguments[3]);
            default -> throw new IllegalArgumentException("no such server: " + arguments[1]);
        };
    }

    /** A rename, so that the parent never reads half a number. */
    private static void publish(Path runFolder, int port) throws IOException {
        Path half = Files.writeString(runFolder.resolve(PORT_FILE + ".tmp"), Integer.toString(port));
        Files.move(half, runFolder.resolve(PORT_FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void haltWithParent(Path runFolder) {
        try {
            while (System.in.read() >= 0) {
                // the parent never writes
            }
        } catch (IOException gone) {
            // as good as an end of file
        }
        for (int attempt = 0; attempt < DELETE_ATTEMPTS; attempt++) {
            try {
                FileTrees.delete(runFolder);
                Files.deleteIfExists(Path.of(runFolder + LOCK_SUFFIX));
                break;
            } catch (IOException | RuntimeException busy) {
                // the server still writes; what is left in the end, the next start of any server sweeps
            }
        }
        Runtime.getRuntime().halt(0);
    }
}
