package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The generated files, each made once and kept in a folder. */
final class Inputs {

    private final Path folder;
    private final ClassPath classPath;

    Inputs(Path folder, ClassPath classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** The file of the kind's usual number of rows. */
    Input of(Kind kind, long seed) throws IOException, InterruptedException {
        return of(kind, seed, kind.rows());
    }

    /** A file of so many rows, made now where it is not there; equal arguments give equal bytes. */
    Input of(Kind kind, long seed, long rows) throws IOException, InterruptedException {
        Path file = folder.resolve(kind.name() + "-" + rows + "-" + seed + ".parquet");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
            Progress.say("writing " + file);
            // a process of its own: a row group is in memory whole while it is written
            Child child = Child.start(
                    "writing",
                    folder,
                    classPath.command(
                            InputWriterMain.class.getName(),
                            kind.name(),
                            String.valueOf(seed),
                            String.valueOf(rows),
                            unfinished.toString()));
            child.end();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Input(kind, seed, file, rows, Files.size(file));
    }
}
