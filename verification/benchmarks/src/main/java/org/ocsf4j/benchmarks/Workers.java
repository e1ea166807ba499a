package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Starts the processes that convert. */
final class Workers {

    private final Set<Way> ways;
    private final String heap;
    private final Path logs;

    private final Map<Way, ClassPath> classPaths = new EnumMap<>(Way.class);

    private Workers(Set<Way> ways, String heap, Path logs) {
        this.ways = EnumSet.copyOf(ways);
        this.heap = heap;
        this.logs = logs;
    }

    /** Leaves Hardwood out, and says so, where there is no JDK for it. */
    static Workers of(Options options, Path module) throws IOException, InterruptedException {
        Workers workers = new Workers(options.ways(), options.heap(), module.resolve("target/logs"));
        for (Way way : Way.values()) {
            workers.classPaths.put(way, ClassPath.of(way));
        }
        if (workers.ways.contains(Way.HARDWOOD)) {
            Path jdk = NewerJdk.find(options.newerJdk());
            if (jdk == null) {
                Progress.say("Hardwood is left out: there is no JDK 21 or newer; name one with --newer-jdk");
                workers.ways.remove(Way.HARDWOOD);
            } else {
                Progress.say("Hardwood runs on " + jdk);
                workers.classPaths.put(Way.HARDWOOD, Hardwood.compile(jdk, module));
            }
        }
        return workers;
    }

    /** Those that can be run here and were asked for. */
    Set<Way> ways() {
        return ways;
    }

    /** A process as a long-running service has it. */
    Child start(Way way) throws IOException {
        return start(way, List.of("-Xmx" + heap));
    }

    /** A process with other options of the virtual machine. */
    Child start(Way way, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        if (way == Way.HARDWOOD) {
            // at its best
            all.add("--add-modules=jdk.incubator.vector");
            all.add("--enable-native-access=ALL-UNNAMED");
        }
        ClassPath classPath = Objects.requireNonNull(classPaths.get(way), way.name());
        return Child.start(way.key(), logs, classPath.command(all, WorkerMain.class.getName(), way.key()));
    }
}
