package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From {@code java} on the command line to the documents of a file of 100 rows: CPU of the whole process. */
final class ColdStart {

    /** How many rows the file has. */
    static final long ROWS = 100;

    /** What a function or a small container would set. */
    static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx256m");

    /** Ways and class data that are compared. */
    enum SetUp {
        OURS("ocsf4j", Way.OURS, false),
        OURS_ARCHIVE("ocsf4j, class-data archive", Way.OURS, true),
        AVRO("Hadoop Configuration + parquet-avro", Way.AVRO, false),
        AVRO_ARCHIVE("Hadoop Configuration + parquet-avro, class-data archive", Way.AVRO, true);

        private final String title;
        private final Way way;
        private final boolean withArchive;

        SetUp(String title, Way way, boolean withArchive) {
            this.title = title;
            this.way = way;
            this.withArchive = withArchive;
        }

        String title() {
            return title;
        }
    }

    private final int starts;
    private final Workers workers;
    private final Path folder;

    ColdStart(int starts, Workers workers, Path folder) {
        this.starts = starts;
        this.workers = workers;
        this.folder = folder;
    }

    /** CPU seconds of each start, in turns. */
    Map<SetUp, List<Measured>> run(Input input) throws IOException, InterruptedException {
        Source source = new Source(input.file(), 0);
        Map<SetUp, List<Measured>> measured = new EnumMap<>(SetUp.class);
        for (SetUp setUp : SetUp.values()) {
            if (workers.ways().contains(setUp.way)) {
                measured.put(setUp, new ArrayList<>());
                if (setUp.withArchive) {
                    makeArchive(setUp.way, source);
                }
            }
        }
        for (int start = 1; start <= starts; start++) {
            Progress.say("cold start " + start + " of " + starts);
            for (Map.Entry<SetUp, List<Measured>> entry : measured.entrySet()) {
                entry.getValue().add(once(entry.getKey().way, optionsOf(entry.getKey()), source));
            }
        }
        return measured;
    }

    private void makeArchive(Way way, Source source) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(archiveOf(way));
        Progress.say("making " + archiveOf(way));
        List<String> options = new ArrayList<>(JVM);
        options.add("-XX:ArchiveClassesAtExit=" + archiveOf(way));
        once(way, options, source);
        if (!Files.exists(archiveOf(way))) {
            throw new IOException("[" + archiveOf(way) + "] the virtual machine wrote no archive");
        }
    }

    private List<String> optionsOf(SetUp setUp) {
        List<String> options = new ArrayList<>(JVM);
        if (setUp.withArchive) {
            options.add("-XX:SharedArchiveFile=" + archiveOf(setUp.way));
        }
        return options;
    }

    private Path archiveOf(Way way) {
        return folder.resolve(way.key() + ".jsa");
    }

    private Measured once(Way way, List<String> options, Source source) throws IOException, InterruptedException {
        try (Child child = workers.start(way, options)) {
            Measured one = child.convert(source, 1);
            child.end();
            return one;
        }
    }
}
