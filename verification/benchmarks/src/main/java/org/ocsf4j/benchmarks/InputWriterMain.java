package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

/** Writes one input. Arguments: kind, seed, rows, file. */
final class InputWriterMain {

    private InputWriterMain() {}

    public static void main(String[] arguments) throws IOException {
        Kind kind = Kind.valueOf(arguments[0]);
        ObjectOptions options = ObjectOptions.defaults().withSeed(Long.parseLong(arguments[1]));
        SampleLake.writeObject(kind.table(), Path.of(arguments[3]), Long.parseLong(arguments[2]), options);
    }
}
