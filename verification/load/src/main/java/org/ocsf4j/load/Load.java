package org.ocsf4j.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * {@code throughput [--rows N]}: rows a second of the pipeline into a server that discards, with and without gzip, against conversion
 * alone; {@code soak [--rows N]}: many rows in a small heap, and what is left behind. JSON lines on standard output.
 */
public final class Load {

    private static final long THROUGHPUT_ROWS = 1_600_000;
    private static final long SOAK_ROWS = 10_000_000;

    private Load() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String what = args.length > 0 ? args[0] : "";
        long rows = what.equals("soak") ? SOAK_ROWS : THROUGHPUT_ROWS;
        if (args.length == 3 && args[1].equals("--rows")) {
            rows = Long.parseLong(args[2]);
        } else if (args.length > 1 || !(what.equals("soak") || what.equals("throughput"))) {
            System.err.println("load: use throughput or soak, and --rows N behind it");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("ocsf-load-");
        boolean good;
        try {
            good = what.equals("soak") ? Soak.run(folder, rows) : Throughput.run(folder, rows);
        } finally {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        System.exit(good ? 0 : 1);
    }
}
