package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

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
        make(file, InputWriterMain.class, kind.name(), String.valueOf(seed), String.valueOf(rows));
        return new Input(kind, seed, file, rows, Files.size(file));
    }

    /** An object of at least so many bytes, one row group that has the pages of {@code small} again and again. */
    Input large(Input small, long leastBytes) throws IOException, InterruptedException {
        Path file = folder.resolve(small.file().getFileName().toString().replace(".parquet", "-large.parquet"));
        make(file, LargeObjectMain.class, small.file().toString(), String.valueOf(leastBytes));
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return new Input(small.kind(), small.seed(), file, reader.getRecordCount(), Files.size(file));
        }
    }

    /** Makes a file where it is not there yet, in a process of its own: a row group is in memory whole while it is written. */
    private void make(Path file, Class<?> main, String... arguments) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
        Progress.say("writing " + file);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(unfinished.toString());
        Child child = Child.start("writing", folder, classPath.command(main.getName(), all.toArray(new String[0])));
        child.end();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
